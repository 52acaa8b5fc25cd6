package org.waystation.knowledge.ui.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.waystation.api.knowledge.ArticleChange;
import org.waystation.api.knowledge.ArticleService;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/**
 * What the knowledge screens work with.
 *
 * @param ui runs on the UI thread
 */
public record Desk(
        Look look, ArticleService articles, Edits edits, RelativeTime times, Executor ui, Notifications notifications) {

    public LocalDate today() {
        return times.now().atZone(ZoneId.systemDefault()).toLocalDate();
    }

    /**
     * Waits for a change made by a choice and offers to undo it.
     *
     * @param done what happened, such as "The article is archived"; nothing is told where it is empty
     */
    public void change(CompletionStage<List<ArticleChange>> edit, String done) {
        edits.follow(edit.thenAccept(undo -> {
            if (!undo.isEmpty() && !done.isEmpty()) {
                notifications.show(new Notification(
                        Notification.Level.INFO,
                        "Knowledge",
                        "article-changed",
                        done,
                        "",
                        List.of(new Notification.Action("Undo", () -> edits.follow(articles.change(undo))))));
            }
        }));
    }
}
