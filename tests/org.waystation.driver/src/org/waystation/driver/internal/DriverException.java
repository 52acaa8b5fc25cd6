package org.waystation.driver.internal;

/** A question could not be answered; the message says why. */
final class DriverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DriverException(String message) {
        super(message);
    }
}
