package org.waystation.shell.internal.notify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;

/** Keeps what the technician was told, newest first, and tells those that show it. */
@Component(service = {Notifications.class, NotificationCenter.class})
public final class NotificationCenter implements Notifications {

    static final int MOST_KEPT = 500;

    private final Clock clock;
    private final List<LogEntry> entries = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private long number;

    /** Shows notifications; called on the thread of whoever has something to tell. */
    public interface Listener {

        void shown(LogEntry entry);

        void settled(LogEntry entry);
    }

    private final FloodGate gate = new FloodGate();

    @Activate
    public NotificationCenter(BundleContext context) {
        this(Clock.systemUTC());
        context.addBundleListener(event -> {
            if (event.getType() == BundleEvent.STOPPED) {
                letGo(event.getBundle());
            }
        });
    }

    NotificationCenter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void show(Notification notification) {
        synchronized (entries) {
            OptionalInt held = gate.heldBack(notification.group(), clock.instant());
            if (held.isPresent()) {
                // Told at 1, 2, 4, 8, …: whoever floods keeps neither the screen nor this list busy.
                if (Integer.bitCount(held.getAsInt()) == 1) {
                    collapse(notification.group(), held.getAsInt());
                }
                return;
            }
        }
        keep(notification);
    }

    /** One line for those that are too many. */
    private void collapse(String group, int held) {
        keep(new Notification(
                Notification.Level.WARNING,
                group,
                "flood",
                "“" + group + "” tells too much at once",
                (held == 1 ? "One more was" : "At least " + held + " more were")
                        + " left out. Its balloons can be switched off in Settings (Ctrl+Alt+S), Notifications.",
                List.of()));
    }

    private void keep(Notification notification) {
        LogEntry entry;
        synchronized (entries) {
            unsettled(notification.group(), notification.key()).ifPresent(entries::remove);
            entry = new LogEntry(++number, notification, clock.instant(), false);
            entries.addFirst(entry);
            if (entries.size() > MOST_KEPT) {
                entries.removeLast();
            }
        }
        listeners.forEach(each -> each.shown(entry));
    }

    @Override
    public void settle(String group, String key) {
        Optional<LogEntry> open;
        synchronized (entries) {
            open = unsettled(group, key);
            open.ifPresent(entry -> entries.set(entries.indexOf(entry), entry.asSettled()));
        }
        open.map(LogEntry::asSettled).ifPresent(entry -> listeners.forEach(each -> each.settled(entry)));
    }

    /** Of a plug-in that has left the words stay; what it offered to do cannot be done any more. */
    void letGo(Bundle plugin) {
        List<LogEntry> orphans = new ArrayList<>();
        synchronized (entries) {
            entries.replaceAll(entry -> {
                if (!entry.offersOf(plugin)) {
                    return entry;
                }
                orphans.add(entry.asOrphan());
                return orphans.getLast();
            });
        }
        orphans.forEach(orphan -> listeners.forEach(each -> each.settled(orphan)));
    }

    /** Everything kept, newest first. */
    public List<LogEntry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    public void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }

    /** Hands over what was told before and is not settled, oldest first, and then each later one. */
    public AutoCloseable listen(Listener listener) {
        List<LogEntry> before;
        synchronized (entries) {
            listeners.add(listener);
            before = entries.reversed().stream()
                    .filter(entry -> !entry.settled())
                    .toList();
        }
        before.forEach(listener::shown);
        return () -> listeners.remove(listener);
    }

    private Optional<LogEntry> unsettled(String group, String key) {
        return entries.stream()
                .filter(entry -> !entry.settled() && entry.about(group, key))
                .findFirst();
    }
}
