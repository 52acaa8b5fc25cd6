package org.waystation.api.record;

/** A record's field does not have the type that its kind prescribes. */
public final class MalformedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String owner;
    private final String field;

    public MalformedRecordException(String owner, String field, String message) {
        super(message);
        this.owner = owner;
        this.field = field;
    }

    /** What the field belongs to, such as {@code ticket}. */
    public String owner() {
        return owner;
    }

    public String field() {
        return field;
    }
}
