package org.waystation.shell.internal.watch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.SafeCaller;

/** Tells the technician which plug-in held the window; counts it as a fault where that was long. */
record StallTold(SafeCaller safe, Notifications notifications) implements HeldBy {

    /** Below this a slow machine may have its part in it. */
    private static final Duration FAULT = Duration.ofSeconds(2);

    @Override
    public void stuck(PluginDescription plugin, Duration held, List<StackTraceElement> stack) {
        safe.condemn(plugin, "It held the window for more than " + seconds(held), evidence(held, stack));
    }

    @Override
    public void over(PluginDescription plugin, Duration held, List<StackTraceElement> stack) {
        if (held.compareTo(StallWatchdog.STUCK) >= 0) {
            return;
        }
        if (held.compareTo(FAULT) >= 0) {
            safe.report(plugin, "it held the window for " + seconds(held), evidence(held, stack));
        } else {
            notifications.show(new Notification(
                    Notification.Level.INFO,
                    "Plug-ins",
                    "stall." + plugin.id(),
                    "The plug-in “" + plugin.name() + "” held the window for " + seconds(held),
                    "If this happens often, disable it or tell its publisher.",
                    List.of()));
        }
    }

    private static Exception evidence(Duration held, List<StackTraceElement> stack) {
        Exception where = new Exception("UI thread held for " + held.toMillis() + " ms");
        where.setStackTrace(stack.toArray(StackTraceElement[]::new));
        return where;
    }

    private static String seconds(Duration held) {
        return String.format(Locale.ENGLISH, "%.1f s", held.toMillis() / 1_000.0);
    }
}
