package org.waystation.api.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * What was learnt, written down.
 *
 * @param companyId whose article it is; empty for one of the provider that is about no company
 * @param body CommonMark text, hostile until sanitised
 * @param reviewOn when somebody shall look whether it still holds
 * @param revision counts its versions, from 1; each is kept as an {@link ArticleVersion}
 * @param assetIds assets it is about
 * @param ticketIds tickets it came from or was used for
 */
public record Article(
        UUID id,
        Optional<UUID> companyId,
        String title,
        String body,
        ArticleVisibility visibility,
        ArticleState state,
        Optional<LocalDate> reviewOn,
        Optional<UUID> ownerId,
        long revision,
        List<String> tags,
        List<UUID> assetIds,
        List<UUID> ticketIds,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<UUID> updatedBy) {

    public static final int TITLE_MAX = 200;
    public static final int BODY_MAX = 500_000;

    public static Article of(EntityRecord record) {
        Fields fields = record.fields();
        return new Article(
                record.id(),
                fields.uuid("companyId"),
                fields.text("title"),
                fields.text("body"),
                new ArticleVisibility(fields.text("visibility")),
                new ArticleState(fields.text("state")),
                fields.date("reviewOn"),
                fields.uuid("ownerId"),
                fields.number("revision").orElse(0L),
                fields.texts("tags"),
                fields.uuids("assetIds"),
                fields.uuids("ticketIds"),
                fields.instant("createdAt"),
                fields.instant("updatedAt"),
                fields.uuid("updatedBy"));
    }
}
