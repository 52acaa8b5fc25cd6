/** Request Tracker's objects as records of ours, by the mapping. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.rt.internal.map;
