package org.waystation.sessions.ssh.internal;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param connect until the other side answers at all
 * @param handshake until keys are agreed on
 * @param signIn until the sign-in is over, with time to type
 * @param keepAlive between questions whether the other side is still there; three without an answer mean it is not
 */
record SshTimings(Duration connect, Duration handshake, Duration signIn, Duration keepAlive) {

    static final SshTimings USUAL = new SshTimings(
            Duration.ofSeconds(15), Duration.ofSeconds(20), Duration.ofMinutes(5), Duration.ofSeconds(15));
}
