package org.waystation.api.sync;

import java.time.Instant;
import java.util.UUID;

/**
 * Who we are to the server.
 *
 * @param provider name of the managed service provider, as shown in the window's head
 * @param epoch names the server's history
 * @param serverTime the server's clock when it answered
 */
public record ServerSession(UUID userId, String userName, String provider, String epoch, Instant serverTime) {}
