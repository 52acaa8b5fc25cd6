package org.waystation.api.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who we are to the server.
 *
 * @param provider name of the managed service provider, as shown in the window's head
 * @param epoch names the server's history
 * @param serverTime the server's clock when it answered
 * @param leaseDays for how many days this machine may show its data without another answer; empty where the server does
 *     not say
 * @param role what the user may do, as the server names it, such as {@code technician}; empty where it does not say
 */
public record ServerSession(
        UUID userId,
        String userName,
        String provider,
        String epoch,
        Instant serverTime,
        Optional<Integer> leaseDays,
        String role) {

    /** A server that says nothing of roles. */
    public ServerSession(
            UUID userId,
            String userName,
            String provider,
            String epoch,
            Instant serverTime,
            Optional<Integer> leaseDays) {
        this(userId, userName, provider, epoch, serverTime, leaseDays, "");
    }

    /** A server that says nothing of leases and roles. */
    public ServerSession(UUID userId, String userName, String provider, String epoch, Instant serverTime) {
        this(userId, userName, provider, epoch, serverTime, Optional.empty(), "");
    }
}
