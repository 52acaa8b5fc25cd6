package org.waystation.shell.internal.notify;

import java.time.Instant;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.waystation.api.notify.Notification;

/**
 * A notification as the event log keeps it.
 *
 * @param number counts up from 1; a notification that replaces another takes a new number
 * @param settled the matter is over
 */
public record LogEntry(long number, Notification notification, Instant at, boolean settled) {

    boolean about(String group, String key) {
        return !key.isEmpty()
                && notification.group().equals(group)
                && notification.key().equals(key);
    }

    /** Whether it offers what a plug-in made, whose objects it then holds. */
    boolean offersOf(Bundle plugin) {
        return notification.actions().stream()
                .anyMatch(action ->
                        plugin.equals(FrameworkUtil.getBundle(action.run().getClass())));
    }

    /** What remains once its plug-in has left: the words, for the record. */
    LogEntry asOrphan() {
        Notification words = new Notification(
                notification.level(),
                notification.group(),
                notification.key(),
                notification.title(),
                notification.detail(),
                List.of());
        return new LogEntry(number, words, at, true);
    }

    LogEntry asSettled() {
        return new LogEntry(number, notification, at, true);
    }
}
