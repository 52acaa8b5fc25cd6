package org.waystation.sync.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.sync.SyncStatus.State;

/** Tells the technician of each fault once, and that it is over. What passes within one try is not told at all. */
final class FaultReporter {

    static final String GROUP = "Sync";

    private final Notifications notifications;
    private @Nullable String shown;

    FaultReporter(Notifications notifications) {
        this.notifications = notifications;
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
        notifications.show(new Notification(level, GROUP, fault.key(), fault.title(), fault.detail(), List.of()));
    }

    synchronized void settle() {
        if (shown != null) {
            notifications.settle(GROUP, shown);
            shown = null;
        }
    }
}
