package org.waystation.shell.internal.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Lets a few notifications of each group through within a while, and counts the others. */
final class FloodGate {

    static final int MOST = 8;
    static final Duration WHILE = Duration.ofSeconds(10);

    private final Map<String, Group> groups = new HashMap<>();

    private static final class Group {
        private final Deque<Instant> passed = new ArrayDeque<>();
        private int held;
    }

    /** One more of a group: empty where it may pass, else how many were held back since the last that passed. */
    OptionalInt heldBack(String name, Instant now) {
        Group group = groups.computeIfAbsent(name, key -> new Group());
        while (!group.passed.isEmpty() && group.passed.getFirst().isBefore(now.minus(WHILE))) {
            group.passed.removeFirst();
        }
        if (group.passed.size() < MOST) {
            group.passed.addLast(now);
            group.held = 0;
            return OptionalInt.empty();
        }
        return OptionalInt.of(++group.held);
    }
}
