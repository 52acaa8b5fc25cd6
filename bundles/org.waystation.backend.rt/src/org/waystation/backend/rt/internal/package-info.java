/** The backend itself: what is fetched, in which order, and where the feed of changes stands. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.rt.internal;
