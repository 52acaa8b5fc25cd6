package org.waystation.api.insight;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Origin;

/**
 * One time entry behind a sum.
 *
 * @param number of the ticket; empty where the server has not given it yet
 * @param subject of the ticket; empty where it is not held here
 */
public record WorkEntry(
        UUID id,
        Optional<UUID> ticket,
        Optional<Long> number,
        String subject,
        String companyName,
        Origin origin,
        Instant startedAt,
        long minutes,
        boolean billable,
        String workerName) {}
