package org.waystation.api.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * That somebody worked on an asset from afar.
 *
 * @param userId who did
 * @param target where it led, such as a host name; never a credential
 * @param endedAt empty while it is open
 * @param reason why, in the technician's words
 * @param recordingId the attachment of this session that holds its recording
 */
public record RemoteSession(
        UUID id,
        Optional<UUID> companyId,
        Optional<UUID> assetId,
        Optional<UUID> ticketId,
        Optional<UUID> userId,
        SessionProtocol protocol,
        String target,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        String reason,
        Optional<UUID> recordingId) {

    public static RemoteSession of(EntityRecord record) {
        Fields fields = record.fields();
        return new RemoteSession(
                record.id(),
                fields.uuid("companyId"),
                fields.uuid("assetId"),
                fields.uuid("ticketId"),
                fields.uuid("userId"),
                new SessionProtocol(fields.text("protocol")),
                fields.text("target"),
                fields.instant("startedAt"),
                fields.instant("endedAt"),
                fields.text("reason"),
                fields.uuid("recordingId"));
    }
}
