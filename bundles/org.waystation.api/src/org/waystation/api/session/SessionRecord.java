package org.waystation.api.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A session that has ended.
 *
 * @param address host and port
 * @param ending why it ended, in words; empty where the technician ended it
 * @param recorded whether there is a recording
 * @param transfers how many files were sent or fetched
 */
public record SessionRecord(
        UUID id,
        String title,
        String protocol,
        String address,
        String user,
        Optional<UUID> companyId,
        Optional<UUID> assetId,
        Optional<UUID> ticketId,
        Instant startedAt,
        Duration duration,
        String ending,
        boolean recorded,
        int transfers) {}
