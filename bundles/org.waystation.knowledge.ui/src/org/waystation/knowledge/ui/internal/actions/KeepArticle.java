package org.waystation.knowledge.ui.internal.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.knowledge.ArticleChange;
import org.waystation.api.knowledge.ArticleReview;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Says of a stale article that it still holds. */
@Component(service = ContextAction.class)
public final class KeepArticle implements ContextAction {

    private final ArticleService articles;

    @Activate
    public KeepArticle(@Reference ArticleService articles) {
        this.articles = articles;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.ARTICLE);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return new Present(articles)
                .changeable(record.id())
                .filter(article ->
                        ArticleReview.of(article.state(), article.reviewOn(), LocalDate.now()) != ArticleReview.LATER)
                .map(article -> "Still holds: look again in " + ArticleReview.MONTHS + " months");
    }

    @Override
    public void run(RecordRef record) {
        articles.change(List.of(new ArticleChange(
                record.id(),
                Map.of(
                        "reviewOn",
                        LocalDate.now().plusMonths(ArticleReview.MONTHS).toString()))));
    }
}
