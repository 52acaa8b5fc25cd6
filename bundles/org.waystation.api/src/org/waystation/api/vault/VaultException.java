package org.waystation.api.vault;

/** A credential was refused or cannot be had. The message is for the technician and names the field. */
public final class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field what is wrong: {@code name}, {@code key}, {@code oneTime} … or {@code id} */
    public VaultException(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
