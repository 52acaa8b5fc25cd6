package org.waystation.store.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notification.Level;
import org.waystation.api.notify.Notifications;
import org.waystation.store.StoreException;

/** Tells the technician what happened to the local data; what is said before there is a window is told once there is. */
@Component(service = StoreNews.class)
public final class StoreNews {

    private static final String GROUP = "Local data";
    private static final String KEY = "store";

    private final AtomicReference<@Nullable Notifications> notifications = new AtomicReference<>();
    private final AtomicReference<@Nullable Notification> untold = new AtomicReference<>();

    @Activate
    public StoreNews() {}

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindNotifications(Notifications service) {
        notifications.set(service);
        Notification waiting = untold.getAndSet(null);
        if (waiting != null) {
            service.show(waiting);
        }
    }

    void unbindNotifications(Notifications service) {
        notifications.compareAndSet(service, null);
    }

    /** The store did not open. */
    void failed(StoreException fault) {
        String detail = String.valueOf(fault.getMessage());
        tell(new Notification(Level.ERROR, GROUP, KEY, "The local data could not be opened", detail, List.of()));
    }

    /** Damaged files were set aside and a new store was begun. */
    void setAside(Path copy, int salvaged) {
        String kept = salvaged == 0
                ? "No unsent changes were found in it."
                : salvaged + (salvaged == 1 ? " unsent change was" : " unsent changes were") + " taken over.";
        tell(new Notification(
                Level.WARNING,
                GROUP,
                KEY,
                "The local data was damaged and is being fetched again",
                "The damaged files are kept in " + copy + ". " + kept,
                List.of()));
    }

    private void tell(Notification notification) {
        Notifications service = notifications.get();
        if (service != null) {
            service.show(notification);
        } else {
            untold.set(notification);
        }
    }
}
