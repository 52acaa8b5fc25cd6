package org.waystation.shell.internal.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.Settings;
import org.waystation.shell.internal.declared.Declarations;
import org.waystation.shell.internal.files.FlatText;
import org.waystation.shell.internal.files.GenerationFile;
import org.waystation.shell.internal.files.ProfileFiles;

/**
 * Settings in a small file of the profile. A stored value that no longer fits its setting counts as not stored. Beside each
 * stands which bundle declares it, so that those of a plug-in that was removed for good can go although it is away.
 */
@Component(service = {Settings.class, StoredSettings.class})
public final class StoredSettings implements Settings {

    static final String FILE = "settings.txt";
    private static final String GROUP = "Settings";
    private static final String DECLARED_BY = "declared-by.";

    private final ProfileFiles files;
    private final Notifications notifications;
    private final Declarations declarations;
    private final CompletableFuture<Map<String, String>> loading;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private record Listener(Executor deliverOn, Consumer<String> target) {}

    @Activate
    public StoredSettings(
            @Reference ProfileFiles files,
            @Reference Notifications notifications,
            @Reference Declarations declarations) {
        this.declarations = declarations;
        this.files = files;
        this.notifications = notifications;
        this.loading = files.read(FILE).thenApply(this::values);
    }

    @Override
    public boolean flag(Setting.Toggle setting) {
        return Boolean.parseBoolean(value(setting));
    }

    @Override
    public String choice(Setting.Choice setting) {
        return value(setting);
    }

    @Override
    public int amount(Setting.Amount setting) {
        return Integer.parseInt(value(setting));
    }

    @Override
    public String text(Setting.Text setting) {
        return value(setting);
    }

    @Override
    public String value(String key) {
        return value(declarations
                .setting(key)
                .orElseThrow(() -> new IllegalArgumentException("No bundle declares the setting “" + key + "”.")));
    }

    @Override
    public void set(Setting setting, String value) {
        SettingValue.complaint(setting, value).ifPresent(complaint -> {
            throw new IllegalArgumentException(complaint);
        });
        if (value.equals(value(setting))) {
            return;
        }
        Map<String, String> values = loading.join();
        values.put(setting.key(), value);
        declarations.owner(setting.key()).ifPresent(owner -> values.put(DECLARED_BY + setting.key(), owner));
        save(values);
        listeners.forEach(each -> each.deliverOn().execute(() -> each.target().accept(setting.key())));
    }

    /**
     * Takes out what was set of the settings that bundles declare.
     *
     * @return the keys
     */
    List<String> forget(Set<String> bundles) {
        Map<String, String> values = loading.join();
        List<String> keys = values.keySet().stream()
                .filter(key -> bundles.contains(values.getOrDefault(DECLARED_BY + key, "")))
                .toList();
        if (!keys.isEmpty()) {
            keys.forEach(key -> {
                values.remove(key);
                values.remove(DECLARED_BY + key);
            });
            save(values);
        }
        return keys;
    }

    private void save(Map<String, String> values) {
        files.write(FILE, FlatText.format(values)).whenComplete((done, failure) -> told(failure));
    }

    @Override
    public AutoCloseable listen(Executor deliverOn, Consumer<String> listener) {
        Listener entry = new Listener(deliverOn, listener);
        listeners.add(entry);
        return () -> listeners.remove(entry);
    }

    private String value(Setting setting) {
        String stored = loading.join().get(setting.key());
        return stored != null && SettingValue.complaint(setting, stored).isEmpty()
                ? stored
                : SettingValue.fallback(setting);
    }

    private Map<String, String> values(GenerationFile.Content content) {
        if (content.damaged()) {
            notifications.show(new Notification(
                    Notification.Level.WARNING,
                    GROUP,
                    "settings-damaged",
                    "The settings file was damaged",
                    content.text().isPresent()
                            ? "The settings as they were before the last change are used."
                            : "All settings are back to what they were at first. Check them in Settings (Ctrl+Alt+S).",
                    List.of()));
        }
        return new ConcurrentHashMap<>(content.text().map(FlatText::parse).orElseGet(TreeMap::new));
    }

    private void told(@Nullable Throwable failure) {
        if (failure == null) {
            notifications.settle(GROUP, "settings-unwritten");
            return;
        }
        notifications.show(new Notification(
                Notification.Level.ERROR,
                GROUP,
                "settings-unwritten",
                "Settings could not be saved",
                "They hold until the program ends. Make room on the disk or check the rights of the profile folder: "
                        + failure.getMessage(),
                List.of()));
    }
}
