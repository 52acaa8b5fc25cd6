package org.waystation.samples.toolwindow;

import java.util.List;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;

/** Says hello. */
record Greeting(Notifications notifications) {

    void to(String whom) {
        notifications.show(
                new Notification(Notification.Level.INFO, "Greetings", "hello", "Hello to " + whom, "", List.of()));
    }
}
