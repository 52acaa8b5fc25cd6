package org.waystation.shell.internal.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notification.Level;

class NotificationCenterTest {

    private final NotificationCenter center =
            new NotificationCenter(Clock.fixed(Instant.parse("2026-03-01T07:28:00Z"), ZoneOffset.UTC));

    private static final class Heard implements NotificationCenter.Listener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void shown(LogEntry entry) {
            lines.add("shown " + entry.notification().title());
        }

        @Override
        public void settled(LogEntry entry) {
            lines.add("settled " + entry.notification().title());
        }
    }

    private static Notification about(String group, String key, String title) {
        return new Notification(Level.WARNING, group, key, title, "", List.of());
    }

    private List<String> titles() {
        return center.entries().stream()
                .map(entry -> entry.notification().title())
                .toList();
    }

    @Test
    void whatAPluginOfferedIsLetGoWhenItLeavesAndItsWordsStay() {
        center.show(new Notification(
                Level.WARNING, "Articles", "one", "Saved", "", List.of(new Notification.Action("Open", this::titles))));
        center.show(about("Sync", "", "Up to date"));
        Heard heard = new Heard();
        center.listen(heard);
        center.letGo(FrameworkUtil.getBundle(Notification.class));
        assertFalse(center.entries().getLast().settled(), "another bundle left");
        center.letGo(FrameworkUtil.getBundle(NotificationCenterTest.class));
        assertEquals(List.of("Up to date", "Saved"), titles());
        assertEquals(List.of(), center.entries().getLast().notification().actions());
        assertTrue(center.entries().getLast().settled());
        assertEquals("settled Saved", heard.lines.getLast());
    }

    @Test
    void aFloodOfOneGroupIsCollapsedAndOthersComeThrough() {
        Heard heard = new Heard();
        center.listen(heard);
        for (int i = 0; i < 100_000; i++) {
            center.show(about("Noise", "", "noise " + i));
        }
        center.show(about("Sync", "", "heard all the same"));
        assertTrue(heard.lines.size() <= FloodGate.MOST + 18, () -> heard.lines.size() + " were shown");
        assertEquals(FloodGate.MOST + 2, center.entries().size());
        assertEquals("heard all the same", titles().getFirst());
        String collapsed = center.entries().get(1).notification().detail();
        assertTrue(collapsed.contains("At least 65536 more"), collapsed);
    }

    @Test
    void theSameKeyReplaces() {
        center.show(about("Sync", "offline", "first"));
        center.show(about("Other", "offline", "another group"));
        center.show(about("Sync", "offline", "second"));
        assertEquals(List.of("second", "another group"), titles());
    }

    @Test
    void withoutAKeyNothingIsReplaced() {
        center.show(about("Sync", "", "first"));
        center.show(about("Sync", "", "second"));
        assertEquals(List.of("second", "first"), titles());
    }

    @Test
    void settlingKeepsTheEntryAndTellsOnce() {
        Heard heard = new Heard();
        center.listen(heard);
        center.show(about("Sync", "offline", "Offline"));
        center.settle("Sync", "offline");
        center.settle("Sync", "offline");
        assertEquals(List.of("shown Offline", "settled Offline"), heard.lines);
        assertTrue(center.entries().getFirst().settled());
    }

    @Test
    void afterSettlingTheSameMatterIsANewEntry() {
        center.show(about("Sync", "offline", "Monday"));
        center.settle("Sync", "offline");
        center.show(about("Sync", "offline", "Tuesday"));
        assertEquals(List.of("Tuesday", "Monday"), titles());
        assertFalse(center.entries().getFirst().settled());
    }

    @Test
    void whoListensLateHearsWhatIsStillOpen() {
        center.show(about("Sync", "a", "open"));
        center.show(about("Sync", "b", "over"));
        center.settle("Sync", "b");
        Heard heard = new Heard();
        center.listen(heard);
        assertEquals(List.of("shown open"), heard.lines);
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        for (int i = 0; i <= NotificationCenter.MOST_KEPT; i++) {
            center.show(about("group " + i, "", "number " + i));
        }
        assertEquals(NotificationCenter.MOST_KEPT, center.entries().size());
        assertEquals("number 1", center.entries().getLast().notification().title());
    }
}
