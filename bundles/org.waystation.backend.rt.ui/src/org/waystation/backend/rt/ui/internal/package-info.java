/** Where a Request Tracker is connected, and what its words mean is decided. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.rt.ui.internal;
