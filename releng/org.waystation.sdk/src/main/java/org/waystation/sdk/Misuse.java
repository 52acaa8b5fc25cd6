package org.waystation.sdk;

/** The command line was not understood; the message is one line that says what to do. */
final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }
}
