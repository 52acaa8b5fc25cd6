/** Request Tracker as a backend: how to reach one, what is on it, and what its words mean here. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.rt;
