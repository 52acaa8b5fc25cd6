package org.waystation.sync.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.signin.SignInPrompt;
import org.waystation.api.sync.SyncStatus.State;

/** Tells the technician of each fault once, and that it is over. What passes within one try is not told at all. */
final class FaultReporter {

    static final String GROUP = "Sync";

    private final Notifications notifications;
    private final Supplier<Optional<SignInPrompt>> signIn;
    private @Nullable String shown;

    /** @param signIn where to sign in, while there is such a place */
    FaultReporter(Notifications notifications, Supplier<Optional<SignInPrompt>> signIn) {
        this.notifications = notifications;
        this.signIn = signIn;
    }

    /** @param failures how many tries have failed in a row, this one included */
    synchronized void report(Fault fault, int failures) {
        boolean mayPass = fault.state() == State.OFFLINE && failures < 2;
        if (fault.key().equals(shown) || mayPass) {
            return;
        }
        settle();
        shown = fault.key();
        // Work goes on while the server is away, so its balloon goes away too; the status bar keeps saying it.
        Notification.Level level =
                fault.state() == State.ATTENTION ? Notification.Level.ERROR : Notification.Level.INFO;
        notifications.show(new Notification(level, GROUP, fault.key(), fault.title(), fault.detail(), actions(fault)));
    }

    private List<Notification.Action> actions(Fault fault) {
        return fault.key().equals(Fault.TOKEN)
                ? signIn.get().stream()
                        .map(prompt -> new Notification.Action("Sign in again", prompt::open))
                        .toList()
                : List.of();
    }

    synchronized void settle() {
        if (shown != null) {
            notifications.settle(GROUP, shown);
            shown = null;
        }
    }
}
