package org.waystation.shell.internal.declared;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.NotificationGroup;
import org.waystation.api.notify.Notifications;
import org.waystation.api.settings.Setting;
import org.waystation.api.settings.SettingsPage;
import org.waystation.shell.internal.notify.NotificationGroups;
import org.waystation.shell.theme.Theme;

/**
 * Publishes what bundles declare in the file that their header {@value #HEADER} names, for as long as they are there.
 */
@Component(service = Declarations.class, immediate = true)
public final class Declarations implements BundleTrackerCustomizer<List<ServiceRegistration<?>>> {

    /** Path of the file within the bundle. */
    static final String HEADER = "Waystation-Declarations";

    private final BundleContext context;
    private final Notifications notifications;
    private final Map<String, Setting> settings = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final BundleTracker<List<ServiceRegistration<?>>> tracker;

    @Activate
    public Declarations(BundleContext context, @Reference Notifications notifications) {
        this.context = context;
        this.notifications = notifications;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    /** A declared setting by its key. */
    public Optional<Setting> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** The symbolic name of the bundle that declares a setting, or the group of notifications it is of. */
    public Optional<String> owner(String key) {
        return Optional.ofNullable(owners.get(key));
    }

    @Override
    public @Nullable List<ServiceRegistration<?>> addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        String path = bundle.getHeaders("").get(HEADER);
        return path == null
                ? null
                : read(bundle, path.strip())
                        .map(declared -> publish(bundle.getSymbolicName(), declared))
                        .orElse(null);
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, List<ServiceRegistration<?>> registrations) {
        // From starting to active: it declares what it did.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, List<ServiceRegistration<?>> registrations) {
        owners.values().removeIf(bundle.getSymbolicName()::equals);
        for (ServiceRegistration<?> registration : registrations) {
            Object gone = context.getService(registration.getReference());
            if (gone instanceof SettingsPage page) {
                page.settings().forEach(setting -> settings.remove(setting.key(), setting));
            }
            registration.unregister();
        }
    }

    private Optional<Declared> read(Bundle bundle, String path) {
        URL file = bundle.getEntry(path);
        if (file == null) {
            complain(bundle, path, "it is not in the bundle");
            return Optional.empty();
        }
        try (InputStream in = file.openStream()) {
            return Optional.of(DeclarationsReader.read(in));
        } catch (IOException e) {
            complain(bundle, path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private List<ServiceRegistration<?>> publish(String owner, Declared declared) {
        List<ServiceRegistration<?>> registrations = new ArrayList<>();
        declared.pages().forEach(page -> {
            page.settings().forEach(setting -> {
                settings.put(setting.key(), setting);
                owners.put(setting.key(), owner);
            });
            registrations.add(context.registerService(SettingsPage.class, page, new Hashtable<>()));
        });
        declared.groups().forEach(group -> {
            owners.put(NotificationGroups.key(group.name()), owner);
            registrations.add(context.registerService(NotificationGroup.class, group, new Hashtable<>()));
        });
        declared.themes()
                .forEach(theme -> registrations.add(context.registerService(Theme.class, theme, new Hashtable<>())));
        return registrations;
    }

    private void complain(Bundle bundle, String path, String why) {
        notifications.show(new Notification(
                Notification.Level.WARNING,
                "Plug-ins",
                "declarations-" + bundle.getSymbolicName(),
                "Settings of " + bundle.getSymbolicName() + " cannot be shown",
                "Its file " + path + " is not right: " + why + ". Tell its publisher.",
                List.of()));
    }
}
