package org.waystation.knowledge.ui.internal.actions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.knowledge.ArticleChange;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Takes an article out of use; it can still be found. */
@Component(service = ContextAction.class)
public final class ArchiveArticle implements ContextAction {

    private final ArticleService articles;

    @Activate
    public ArchiveArticle(@Reference ArticleService articles) {
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
                .filter(article -> !article.state().equals(ArticleState.ARCHIVED))
                .map(article -> "Archive this article");
    }

    @Override
    public void run(RecordRef record) {
        articles.change(List.of(new ArticleChange(record.id(), Map.of("state", ArticleState.ARCHIVED.code()))));
    }
}
