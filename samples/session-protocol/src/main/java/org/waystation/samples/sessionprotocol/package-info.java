/** A protocol for remote sessions. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.sessionprotocol;
