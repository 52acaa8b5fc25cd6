package org.waystation.api.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * Time worked on a ticket. Time entries are only ever appended.
 *
 * @param minutes 1 to {@value #MINUTES_MAX}
 * @param startedAt when the work began, by the clock of whoever did it
 */
public record TimeEntry(
        UUID id,
        Optional<UUID> ticketId,
        Optional<UUID> userId,
        long minutes,
        WorkType workType,
        boolean billable,
        String comment,
        Optional<Instant> startedAt) {

    public static final int MINUTES_MAX = 24 * 60;

    public static final int COMMENT_MAX = 2_000;

    public static TimeEntry of(EntityRecord record) {
        Fields fields = record.fields();
        return new TimeEntry(
                record.id(),
                fields.uuid("ticketId"),
                fields.uuid("userId"),
                fields.number("minutes").orElse(0L),
                new WorkType(fields.text("workType")),
                fields.flag("billable"),
                fields.text("comment"),
                fields.instant("startedAt"));
    }
}
