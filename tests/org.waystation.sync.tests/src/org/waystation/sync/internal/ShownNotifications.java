package org.waystation.sync.internal;

import java.util.ArrayList;
import java.util.List;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;

/** Remembers what was told to the technician. */
final class ShownNotifications implements Notifications {

    final List<Notification> shown = new ArrayList<>();
    final List<String> settled = new ArrayList<>();

    @Override
    public synchronized void show(Notification notification) {
        shown.add(notification);
    }

    @Override
    public synchronized void settle(String group, String key) {
        settled.add(key);
    }

    synchronized long count(String key) {
        return shown.stream()
                .filter(notification -> notification.key().equals(key))
                .count();
    }
}
