/** Request Tracker's REST 2.0 interface as it behaves: sessions, paging, markers, times. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.rt.internal.wire;
