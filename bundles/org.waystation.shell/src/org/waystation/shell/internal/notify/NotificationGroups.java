package org.waystation.shell.internal.notify;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.notify.NotificationGroup;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;

/** The groups of notifications there are, each with a setting whether its balloons are shown. */
@Component(service = {SettingsPage.class, NotificationGroups.class})
public final class NotificationGroups implements SettingsPage {

    private final SafeCaller safe;
    private final Map<NotificationGroup, Setting.Toggle> groups = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public NotificationGroups(@Reference SafeCaller safe) {
        this.safe = safe;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(NotificationGroup group) {
        safe.here(group, "its group of notifications", () -> toggle(group.name(), group.summary(), group.balloons()))
                .ifPresent(toggle -> groups.put(group, toggle));
        listeners.forEach(Runnable::run);
    }

    void remove(NotificationGroup group) {
        groups.remove(group);
    }

    /**
     * Whether balloons of a group are shown. Of a group that nobody declares, or not yet, since a plug-in tells something
     * as it starts, what the technician once decided holds.
     */
    Setting.Toggle balloons(String group) {
        String key = key(group);
        return groups.values().stream()
                .filter(toggle -> toggle.key().equals(key))
                .findFirst()
                .orElseGet(() -> toggle(group, "", true));
    }

    /** Runs after another group was declared, on the thread of whoever did. */
    AutoCloseable onDeclared(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public String title() {
        return "Notifications";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Setting> settings() {
        return groups.values().stream()
                .sorted(Comparator.comparing(Setting.Toggle::label))
                .map(Setting.class::cast)
                .toList();
    }

    private static Setting.Toggle toggle(String group, String summary, boolean balloons) {
        String help = summary + (summary.isEmpty() ? "" : " ")
                + "The event log keeps them in any case; errors are always shown.";
        return new Setting.Toggle(key(group), "Balloons of “" + group + "”", help, balloons);
    }

    /** The setting of a group. */
    public static String key(String group) {
        return "notify.balloons." + group;
    }
}
