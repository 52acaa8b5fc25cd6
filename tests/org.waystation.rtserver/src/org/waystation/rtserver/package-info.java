/** A real Request Tracker on this machine, for tests. */
@org.jspecify.annotations.NullMarked
package org.waystation.rtserver;
