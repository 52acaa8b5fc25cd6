package org.waystation.knowledge.ui.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.domain.ArticleVisibility;
import org.waystation.api.knowledge.ArticleReview;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.widgets.Tint;

/** How states, readers and reviews of articles are said and tinted. */
public final class ArticleWords {

    private ArticleWords() {}

    public static Tint tint(ArticleState state) {
        if (state.equals(ArticleState.PUBLISHED)) {
            return Tint.OK;
        }
        return state.equals(ArticleState.DRAFT) ? Tint.ACCENT : Tint.NEUTRAL;
    }

    /** Who may read it: "Internal", "Shown to Harbour Dental", or the word of a newer server. */
    public static String readers(ArticleVisibility visibility, String companyName) {
        if (!visibility.equals(ArticleVisibility.COMPANY)) {
            return visibility.label();
        }
        return "Shown to " + (companyName.isEmpty() ? "its company" : companyName);
    }

    /** What the mark of a review says; empty where there is nothing to say. */
    public static String review(ArticleReview review, Optional<LocalDate> on, RelativeTime times) {
        return switch (review) {
            case LATER -> "";
            case SOON -> "review " + on.map(times::date).orElse("");
            case OVERDUE -> "stale since " + on.map(times::date).orElse("");
        };
    }

    public static Tint tint(ArticleReview review) {
        return review == ArticleReview.OVERDUE ? Tint.WARN : Tint.NEUTRAL;
    }
}
