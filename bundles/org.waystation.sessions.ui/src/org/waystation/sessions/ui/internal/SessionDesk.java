package org.waystation.sessions.ui.internal;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.eclipse.swt.program.Program;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.SessionService;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.vault.CredentialVault;
import org.waystation.sessions.ui.internal.terminal.FeedTurns;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/**
 * What the session screens work with.
 *
 * @param ui runs on the UI thread
 * @param turns of the terminals that take in output
 */
public record SessionDesk(
        Look look,
        Executor ui,
        SessionService sessions,
        CredentialVault vault,
        TicketService tickets,
        RecordNavigator navigator,
        Notifications notifications,
        FeedTurns turns) {

    /** For what takes longer than a paint and touches neither files nor the network. */
    public Executor background() {
        return ForkJoinPool.commonPool();
    }

    public RelativeTime times() {
        return new RelativeTime(Clock.systemDefaultZone());
    }

    /** Hands over the result on the UI thread; a failure becomes words. */
    public <T> void follow(CompletionStage<T> stage, Consumer<T> result, Consumer<String> failed) {
        stage.whenComplete((value, failure) -> ui.execute(() -> {
            if (failure == null) {
                result.accept(value);
            } else {
                Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                failed.accept(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
            }
        }));
    }

    public void tell(String title, String detail) {
        notifications.show(new Notification(Notification.Level.ERROR, "Sessions", "", title, detail, List.of()));
    }

    public void open(RecordRef record) {
        navigator.open(record);
    }

    /** Opens a link in the system's browser or mail program. */
    public void openLink(String target) {
        Program.launch(target);
    }
}
