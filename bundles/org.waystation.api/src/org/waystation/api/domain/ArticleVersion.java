package org.waystation.api.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/** What an article said at one time. Kept by the server; never changes. */
public record ArticleVersion(
        UUID id,
        Optional<UUID> articleId,
        long revision,
        String title,
        String body,
        Optional<UUID> authorId,
        Optional<Instant> createdAt) {

    public static ArticleVersion of(EntityRecord record) {
        Fields fields = record.fields();
        return new ArticleVersion(
                record.id(),
                fields.uuid("articleId"),
                fields.number("revision").orElse(0L),
                fields.text("title"),
                fields.text("body"),
                fields.uuid("authorId"),
                fields.instant("createdAt"));
    }
}
