package org.waystation.api.knowledge;

import java.time.LocalDate;
import java.util.Optional;
import org.waystation.api.domain.ArticleState;

/** Whether an article is still to be relied on, by the day on which somebody shall look at it. */
public enum ArticleReview {
    /** Not yet, or no day is given, or it is archived. */
    LATER,
    /** Within the next {@link #SOON_DAYS} days. */
    SOON,
    /** That day has passed: the article is stale. */
    OVERDUE;

    public static final int SOON_DAYS = 30;

    /** Until somebody looks again at an article that still holds, where nobody says otherwise. */
    public static final int MONTHS = 6;

    public static ArticleReview of(ArticleState state, Optional<LocalDate> reviewOn, LocalDate today) {
        if (reviewOn.isEmpty() || state.equals(ArticleState.ARCHIVED)) {
            return LATER;
        }
        if (reviewOn.get().isBefore(today)) {
            return OVERDUE;
        }
        return reviewOn.get().isAfter(today.plusDays(SOON_DAYS)) ? LATER : SOON;
    }
}
