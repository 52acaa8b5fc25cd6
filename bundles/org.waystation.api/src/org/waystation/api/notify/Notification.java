package org.waystation.api.notify;

import java.util.List;

/**
 * Something the technician should know.
 *
 * @param group what it is about, such as "Sync"; groups can be silenced in the settings
 * @param key notifications of the same key replace each other, so that a fault that persists is told once; empty for none
 * @param title one short sentence
 * @param detail what to do about it; may be empty
 * @param actions offered as links, first is the most usual
 */
public record Notification(Level level, String group, String key, String title, String detail, List<Action> actions) {

    /** How much it matters. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }

    /** Something that can be done right from the notification; runs on the UI thread. */
    public record Action(String label, Runnable run) {}

    public Notification {
        actions = List.copyOf(actions);
    }
}
