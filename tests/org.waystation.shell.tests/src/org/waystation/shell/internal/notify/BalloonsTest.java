package org.waystation.shell.internal.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notification.Level;
import org.waystation.api.notify.NotificationGroup;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.Settings;
import org.waystation.shell.internal.DirectCalls;
import org.waystation.shell.theme.StandardLook;

class BalloonsTest {

    private final Shell window = new Shell(Display.getDefault());
    private final NotificationGroups groups = new NotificationGroups(new DirectCalls());
    private final Chosen settings = new Chosen();
    private final Balloons balloons =
            new Balloons(window, new StandardLook(window.getDisplay(), false), settings, groups);
    private long number;

    @AfterEach
    void close() {
        window.dispose();
    }

    /** A plug-in tells something as it starts, before its group is declared: at each start, update and return. */
    @Test
    void aSilencedGroupStaysSilentWhileItsPluginIsAway() {
        Group group = new Group("Backup news", true);
        groups.add(group);
        settings.set(groups.balloons(group.name()), "false");
        tell(Level.INFO, group.name());
        assertEquals(List.of(), shown());
        groups.remove(group);
        tell(Level.WARNING, group.name());
        tell(Level.INFO, "Another group that nobody declared");
        assertEquals(List.of("Another group that nobody declared"), shown());
        groups.add(group);
        tell(Level.INFO, group.name());
        tell(Level.ERROR, group.name());
        assertEquals(List.of("Another group that nobody declared", group.name()), shown());
    }

    @Test
    void whatWasToldBeforeItsGroupWasDeclaredSilentGoes() throws Exception {
        tell(Level.INFO, "Quiet news");
        tell(Level.INFO, "Loud news");
        try (AutoCloseable listening = groups.onDeclared(balloons::hush)) {
            groups.add(new Group("Loud news", true));
            assertEquals(List.of("Quiet news", "Loud news"), shown());
            groups.add(new Group("Quiet news", false));
            assertEquals(List.of("Loud news"), shown());
        }
    }

    private void tell(Level level, String group) {
        Notification notification = new Notification(level, group, "", "Something happened", "", List.of());
        balloons.show(new LogEntry(++number, notification, Instant.EPOCH, false));
    }

    private List<String> shown() {
        return Stream.of(window.getChildren())
                .filter(Balloon.class::isInstance)
                .map(balloon -> ((Balloon) balloon).entry().notification().group())
                .toList();
    }

    private record Group(String name, boolean balloons) implements NotificationGroup {

        @Override
        public String summary() {
            return "";
        }
    }

    /** What was decided, and else each setting's fallback. */
    private static final class Chosen implements Settings {

        private final Map<String, String> values = new HashMap<>();

        @Override
        public boolean flag(Setting.Toggle setting) {
            return Boolean.parseBoolean(values.getOrDefault(setting.key(), String.valueOf(setting.fallback())));
        }

        @Override
        public int amount(Setting.Amount setting) {
            return setting.fallback();
        }

        @Override
        public String choice(Setting.Choice setting) {
            return setting.fallback();
        }

        @Override
        public String text(Setting.Text setting) {
            return setting.fallback();
        }

        @Override
        public String value(String key) {
            return values.get(key);
        }

        @Override
        public void set(Setting setting, String value) {
            values.put(setting.key(), value);
        }

        @Override
        public AutoCloseable listen(Executor deliverOn, Consumer<String> listener) {
            return () -> {};
        }
    }
}
