package org.waystation.api.profile;

/** No new lease: the server did not answer, or does not want to. The message is for the technician and says what to do. */
public final class LeaseRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public LeaseRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
