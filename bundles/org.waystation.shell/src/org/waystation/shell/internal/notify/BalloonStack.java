package org.waystation.shell.internal.notify;

import java.util.ArrayList;
import java.util.List;

/**
 * Which notifications stand as balloons: at most three, newest last. What does not fit waits until there is room; a
 * new notification of the same key takes the place of the old one.
 */
final class BalloonStack {

    static final int MOST = 3;

    private final List<LogEntry> standing = new ArrayList<>();
    private final List<LogEntry> waiting = new ArrayList<>();

    void show(LogEntry entry) {
        if (replaced(standing, entry) || replaced(waiting, entry)) {
            return;
        }
        waiting.add(entry);
        fill();
    }

    /** Closed by hand, gone by time or settled. */
    void remove(LogEntry gone) {
        standing.removeIf(entry -> same(entry, gone));
        waiting.removeIf(entry -> same(entry, gone));
        fill();
    }

    List<LogEntry> standing() {
        return List.copyOf(standing);
    }

    int waiting() {
        return waiting.size();
    }

    private void fill() {
        while (standing.size() < MOST && !waiting.isEmpty()) {
            standing.add(waiting.removeFirst());
        }
    }

    private static boolean replaced(List<LogEntry> list, LogEntry entry) {
        for (int i = 0; i < list.size(); i++) {
            if (same(list.get(i), entry)) {
                list.set(i, entry);
                return true;
            }
        }
        return false;
    }

    private static boolean same(LogEntry one, LogEntry other) {
        return one.number() == other.number()
                || one.about(other.notification().group(), other.notification().key());
    }
}
