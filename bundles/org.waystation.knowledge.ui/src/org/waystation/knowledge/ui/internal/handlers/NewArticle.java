package org.waystation.knowledge.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.Desks;
import org.waystation.knowledge.ui.internal.page.NewArticleSheet;
import org.waystation.knowledge.ui.internal.write.Drafts;

/** Opens the sheet for a new article, and the article for writing once it is made. */
public final class NewArticle {

    @CanExecute
    boolean canExecute(@Optional @Service @Nullable ArticleService articles) {
        return articles != null;
    }

    @Execute
    void execute(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            Desks desks,
            @Service ArticleService articles,
            Drafts drafts,
            @Service RecordNavigator navigator) {
        new NewArticleSheet(shell, desks.with(articles), id -> {
                    drafts.writeNext(id);
                    navigator.open(new RecordRef(EntityKind.ARTICLE, id));
                })
                .open();
    }
}
