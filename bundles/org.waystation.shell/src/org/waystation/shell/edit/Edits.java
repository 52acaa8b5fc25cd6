package org.waystation.shell.edit;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.shell.widgets.FlatButton;

/** Brings the outcome of an edit back to the screen. */
public final class Edits {

    private final String group;
    private final Executor ui;
    private final Notifications notifications;

    /** @param group whose edits they are, such as "Tickets" */
    public Edits(String group, Executor ui, Notifications notifications) {
        this.group = group;
        this.ui = ui;
        this.notifications = notifications;
    }

    /**
     * Waits for an edit without blocking.
     *
     * @param done called on the UI thread once it is durable
     * @param refused called on the UI thread where a value was refused; any other failure is told by a notification
     */
    public <T> void follow(CompletionStage<T> edit, Consumer<T> done, Consumer<InvalidEditException> refused) {
        edit.whenComplete((result, failure) -> ui.execute(() -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause == null) {
                done.accept(result);
            } else if (cause instanceof InvalidEditException invalid) {
                refused.accept(invalid);
            } else {
                tell(cause);
            }
        }));
    }

    /** As {@link #follow(CompletionStage, Consumer, Consumer)}; the button that asked for it rests until the outcome. */
    public <T> void follow(
            FlatButton button, CompletionStage<T> edit, Consumer<T> done, Consumer<InvalidEditException> refused) {
        button.setEnabled(false);
        edit.whenComplete((result, failure) -> ui.execute(() -> {
            if (!button.isDisposed()) {
                button.setEnabled(true);
            }
        }));
        follow(edit, done, refused);
    }

    /** For edits made by a choice among valid values: a refusal is told like any failure. */
    public <T> void follow(CompletionStage<T> edit) {
        follow(edit, result -> {}, this::tell);
    }

    private void tell(Throwable cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        notifications.show(new Notification(
                Notification.Level.ERROR,
                group,
                "edit-failed",
                "The change was not kept",
                why + " Nothing you typed is lost; try again.",
                List.of()));
    }
}
