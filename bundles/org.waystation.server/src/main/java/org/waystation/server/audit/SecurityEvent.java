package org.waystation.server.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened.
 *
 * @param user who did it; empty where that is not known
 * @param about the user, sign-in or token that it happened to
 * @param address where the request came from; empty for the command line
 * @param detail for people; never a secret, and nothing of a ticket
 */
public record SecurityEvent(Kind kind, Optional<UUID> user, Optional<UUID> about, String address, String detail) {

    /** What can happen. */
    public enum Kind {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGN_IN_LOCKED,
        SIGNED_OUT,
        SIGN_IN_REVOKED,
        TOKEN_REFRESHED,
        TOKEN_REUSED,
        TOKEN_REFUSED,
        PERSONAL_TOKEN_CREATED,
        PERSONAL_TOKEN_USED,
        PERSONAL_TOKEN_REVOKED,
        ACCESS_DENIED,
        ACCESS_CHANGED,
        ACCOUNT_CREATED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        PASSWORD_LINK_MADE,
        PASSWORD_CHANGED,
        SET_UP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
