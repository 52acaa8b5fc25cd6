package org.waystation.backend.msp.internal;

import java.time.Duration;

/**
 * How long we wait.
 *
 * @param connect for a connection
 * @param answer for the next byte of an answer
 * @param events for the next byte of the event stream, on which the server beats every 15 s
 */
record Timing(Duration connect, Duration answer, Duration events) {

    static final Timing USUAL = new Timing(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(45));
}
