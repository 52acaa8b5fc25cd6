package org.waystation.shell.internal.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notification.Level;

class BalloonStackTest {

    private final BalloonStack stack = new BalloonStack();

    private static LogEntry entry(long number, String key) {
        Notification notification = new Notification(Level.INFO, "Sync", key, "t" + number, "", List.of());
        return new LogEntry(number, notification, Instant.EPOCH, false);
    }

    @Test
    void threeStandAndTheRestWaits() {
        for (int i = 1; i <= 5; i++) {
            stack.show(entry(i, ""));
        }
        assertEquals(List.of(1L, 2L, 3L), standing());
        assertEquals(2, stack.waiting());
        stack.remove(entry(2, ""));
        assertEquals(List.of(1L, 3L, 4L), standing());
    }

    @Test
    void theSameKeyTakesThePlaceOfTheOld() {
        stack.show(entry(1, "a"));
        stack.show(entry(2, "b"));
        stack.show(entry(3, "a"));
        assertEquals(List.of(3L, 2L), standing());
    }

    @Test
    void theSameKeyIsReplacedWhileItWaits() {
        for (int i = 1; i <= 3; i++) {
            stack.show(entry(i, ""));
        }
        stack.show(entry(4, "late"));
        stack.show(entry(5, "late"));
        assertEquals(1, stack.waiting());
        stack.remove(entry(1, ""));
        assertEquals(List.of(2L, 3L, 5L), standing());
    }

    @Test
    void settlingTakesAwayByKeyWhateverItsNumber() {
        stack.show(entry(7, "offline"));
        stack.remove(entry(3, "offline"));
        assertEquals(List.of(), standing());
    }

    private List<Long> standing() {
        return stack.standing().stream().map(LogEntry::number).toList();
    }
}
