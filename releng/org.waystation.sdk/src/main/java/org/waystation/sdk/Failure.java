package org.waystation.sdk;

/** The command was understood and cannot do its work; the message is one line that says what to do. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }
}
