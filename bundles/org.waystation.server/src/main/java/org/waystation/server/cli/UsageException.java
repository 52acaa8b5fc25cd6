package org.waystation.server.cli;

/** The command line is wrong; the message is one line for the one who typed it. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
