package org.waystation.api.tickets;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;

/**
 * One line of a ticket queue.
 *
 * @param number empty for a ticket that only this machine has
 * @param companyName empty where the company is not held here
 * @param agreementKind empty where no agreement applies
 * @param assigneeName empty where nobody has it
 * @param mine whether the signed-in technician has it
 * @param clockPaused whether the service level's clock stands still
 * @param unsynced whether a change to it waits to be sent
 */
public record TicketRow(
        UUID id,
        Optional<Long> number,
        String subject,
        String companyName,
        Optional<AgreementKind> agreementKind,
        TicketType type,
        Origin origin,
        Priority priority,
        TicketStatus status,
        String assigneeName,
        boolean mine,
        Optional<Instant> resolutionDueAt,
        boolean clockPaused,
        Optional<Instant> updatedAt,
        boolean unsynced) {}
