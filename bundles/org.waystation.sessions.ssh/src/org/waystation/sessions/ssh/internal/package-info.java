/** SSH (RFC 4251 to 4254) on Apache MINA SSHD. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.ssh.internal;
