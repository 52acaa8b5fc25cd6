/** A real OpenSSH server on loopback, and faults of the network before it. */
@org.jspecify.annotations.NullMarked
package org.waystation.sshd;
