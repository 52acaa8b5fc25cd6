/** Connecting: looking around on a server, proposing what its words mean, keeping the way to it. */
@org.jspecify.annotations.NullMarked
package org.waystation.backend.rt.internal.connect;
