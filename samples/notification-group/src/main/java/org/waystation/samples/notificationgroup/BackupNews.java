package org.waystation.samples.notificationgroup;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;

/** Tells of backups in a group of its own, which the technician can silence. */
@Component(service = BackupNews.class, immediate = true)
public final class BackupNews {

    private static final String GROUP = "Backup news";

    private final Notifications notifications;

    @Activate
    public BackupNews(@Reference Notifications notifications) {
        this.notifications = notifications;
        notifications.show(new Notification(
                Notification.Level.INFO, GROUP, "watching", "Backups are being watched", "", List.of()));
    }

    /** A backup was missed; told once for each machine. */
    public void missed(String machine) {
        notifications.show(new Notification(
                Notification.Level.WARNING,
                GROUP,
                "missed " + machine,
                "The backup of " + machine + " was missed",
                "Look at its last run.",
                List.of()));
    }
}
