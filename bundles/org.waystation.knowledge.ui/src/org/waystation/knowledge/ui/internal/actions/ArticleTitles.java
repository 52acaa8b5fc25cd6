package org.waystation.knowledge.ui.internal.actions;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Article;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.record.EntityKind;
import org.waystation.shell.frame.RecordTitles;

/** Says what an article is called before its editor is made. */
@Component(service = RecordTitles.class)
public final class ArticleTitles implements RecordTitles {

    private final Present present;

    @Activate
    public ArticleTitles(@Reference ArticleService articles) {
        this.present = new Present(articles);
    }

    @Override
    public EntityKind kind() {
        return EntityKind.ARTICLE;
    }

    @Override
    public Optional<String> title(UUID id) {
        return present.of(id).map(Article::title);
    }
}
