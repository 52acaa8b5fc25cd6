package org.waystation.knowledge.ui.internal.actions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.write.Drafts;

/** Makes an article of what a ticket knows, and opens it for writing. */
@Component(service = {ContextAction.class, MakeArticle.class})
public final class MakeArticle implements ContextAction {

    private final ArticleService articles;
    private final Drafts drafts;
    private final RecordNavigator navigator;
    private final Notifications notifications;

    @Activate
    public MakeArticle(
            @Reference ArticleService articles,
            @Reference Drafts drafts,
            @Reference RecordNavigator navigator,
            @Reference Notifications notifications) {
        this.articles = articles;
        this.drafts = drafts;
        this.navigator = navigator;
        this.notifications = notifications;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return Optional.of("Make an article from this ticket");
    }

    @Override
    public void run(RecordRef record) {
        Display display = Display.getCurrent();
        articles.fromTicket(record.id())
                .thenCompose(fields -> fields.<CompletionStage<UUID>>map(articles::create)
                        .orElseGet(() -> CompletableFuture.failedStage(
                                new IllegalStateException("The ticket is not held here any more."))))
                .whenComplete((id, failure) -> display.asyncExec(() -> done(id, failure)));
    }

    private void done(@Nullable UUID id, @Nullable Throwable failure) {
        if (failure != null || id == null) {
            notifications.show(new Notification(
                    Notification.Level.ERROR,
                    "Knowledge",
                    "article-from-ticket",
                    "No article was made",
                    failure == null ? "" : String.valueOf(failure.getMessage()),
                    List.of()));
            return;
        }
        drafts.writeNext(id);
        navigator.open(new RecordRef(EntityKind.ARTICLE, id));
    }
}
