package org.waystation.api.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;

/**
 * One line of a list of articles.
 *
 * @param companyName empty where it belongs to no company, or to one that is not held here
 * @param snippet where the text has what is looked for, else its beginning
 * @param unsynced whether a change to it waits to be sent
 */
public record ArticleRow(
        UUID id,
        String title,
        Optional<UUID> companyId,
        String companyName,
        ArticleVisibility visibility,
        ArticleState state,
        Optional<LocalDate> reviewOn,
        Optional<Instant> updatedAt,
        List<String> tags,
        Snippet snippet,
        boolean unsynced) {

    public ArticleRow {
        tags = List.copyOf(tags);
    }

    /** Whether it should have been looked at before today. */
    public ArticleReview review(LocalDate today) {
        return ArticleReview.of(state, reviewOn, today);
    }
}
