package org.waystation.hostile;

import java.util.List;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.extensions.Service;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;

/** Misbehaves as a command, on the UI thread. */
public final class Act {

    @CanExecute
    boolean canExecute() {
        Mood.at("canExecute");
        return true;
    }

    @Execute
    void execute(@Service Notifications notifications) {
        Mood.at("command");
        int many = Integer.getInteger("waystation.hostile.notifications", 0);
        for (int i = 0; i < many; i++) {
            notifications.show(
                    new Notification(Notification.Level.WARNING, "Hostile", "", "Look at me " + i, "", List.of()));
        }
    }
}
