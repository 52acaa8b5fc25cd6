package org.waystation.testkit.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;

/** Keeps what the technician would have been told. */
public final class FakeNotifications implements Notifications {

    private final List<Notification> shown = new CopyOnWriteArrayList<>();

    @Override
    public void show(Notification notification) {
        shown.removeIf(n -> !n.key().isEmpty()
                && n.key().equals(notification.key())
                && n.group().equals(notification.group()));
        shown.add(notification);
    }

    @Override
    public void settle(String group, String key) {
        shown.removeIf(n -> n.group().equals(group) && n.key().equals(key));
    }

    /** What is shown and not settled, oldest first. */
    public List<Notification> shown() {
        return List.copyOf(shown);
    }

    public List<String> titles() {
        return shown.stream().map(Notification::title).toList();
    }
}
