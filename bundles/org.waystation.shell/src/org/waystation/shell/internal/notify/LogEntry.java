package org.waystation.shell.internal.notify;

import java.time.Instant;
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

    LogEntry asSettled() {
        return new LogEntry(number, notification, at, true);
    }
}
