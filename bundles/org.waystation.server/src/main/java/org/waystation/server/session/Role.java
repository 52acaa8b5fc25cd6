package org.waystation.server.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to the provider; what each may do is in {@link Rights}. */
public enum Role {
    /** Works on tickets. */
    TECHNICIAN,
    /** Hands out work and keeps customers' data. */
    DISPATCHER,
    /** Does everything, and decides who may what. */
    LEAD,
    /** Somebody at a customer: sees that customer's work without what the provider keeps to itself. */
    CUSTOMER_ADMIN,
    /** Looks and changes nothing. */
    READ_ONLY;

    /** As on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
