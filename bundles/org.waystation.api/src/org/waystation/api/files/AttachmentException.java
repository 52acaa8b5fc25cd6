package org.waystation.api.files;

/** Something about a file is refused; the message is for the technician and says what to do. */
public final class AttachmentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** More than {@link AttachmentService#SIZE_MAX}. */
        TOO_LARGE,
        /** Its name is none, or has a folder, control or direction characters. */
        NAME,
        /** There is no such attachment, or its owner is not held here. */
        NOT_FOUND,
        /** The content is not on this machine. */
        NOT_HERE,
        /** The server cannot be reached, or it refused. */
        SERVER,
        /** The content is not what its hash says. */
        DAMAGED
    }

    private final Reason reason;

    public AttachmentException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
