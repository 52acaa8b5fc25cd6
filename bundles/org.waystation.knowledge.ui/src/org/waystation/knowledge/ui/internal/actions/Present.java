package org.waystation.knowledge.ui.internal.actions;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.waystation.api.domain.Article;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.live.LiveValue;

/** An article as it is now, for whoever may wait; never on the UI thread. */
record Present(ArticleService articles) {

    private static final int MOST_SECONDS = 2;

    /** The same, where its reader may change it. */
    Optional<Article> changeable(UUID id) {
        CompletableFuture<Optional<ArticleView>> answer = new CompletableFuture<>();
        try (LiveValue live = articles.follow(id, Runnable::run, answer::complete)) {
            return answer.completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                    .join()
                    .filter(view -> view.actions().mayUpdate())
                    .map(ArticleView::article);
        }
    }

    /** Empty where it is not held here or cannot be had in time: what cannot be told is not offered. */
    Optional<Article> of(UUID id) {
        return articles.find(id)
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> Optional.empty())
                .join();
    }
}
