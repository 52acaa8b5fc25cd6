/** The real store, engine and backend with a real Request Tracker, and what they are held against. */
@org.jspecify.annotations.NullMarked
package org.waystation.rt.proof;
