/** Changes made here, written to Request Tracker once and read back. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.rt.internal.push;
