package org.waystation.plugins.internal.develop;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Plugins;

/**
 * Installs the packages that the system property {@code waystation.with} names, separated as in a class path, and again
 * after each build of theirs. Says how long it took, or why it was refused.
 */
@Component(
        service = {},
        immediate = true)
public final class DeveloperInstall {

    private static final String PROPERTY = "waystation.with";
    private static final long INTERVAL_MILLIS = 150;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(DeveloperInstall.class);

    private final Plugins plugins;
    private final Notifications notifications;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "Plug-ins under development"));
    private final List<WatchedFile> files;

    @Activate
    public DeveloperInstall(@Reference Plugins plugins, @Reference Notifications notifications) {
        this.plugins = plugins;
        this.notifications = notifications;
        files = Arrays.stream(System.getProperty(PROPERTY, "").split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .map(path -> new WatchedFile(Path.of(path)))
                .toList();
        if (!files.isEmpty()) {
            thread.scheduleWithFixedDelay(this::look, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    private void look() {
        files.stream().filter(WatchedFile::isReady).forEach(file -> install(file.path()));
    }

    private void install(Path file) {
        String name = file.getFileName().toString();
        long begin = System.nanoTime();
        try {
            plugins.inspect(List.of(file))
                    .thenCompose(plugins::install)
                    .toCompletableFuture()
                    .join();
            long millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
            tell(Notification.Level.INFO, name, name + " is in after " + millis + " ms", "");
        } catch (CompletionException e) {
            String why = e.getCause() instanceof PluginRefusedException refused
                    ? refused.refusal().sentence()
                    : String.valueOf(e.getCause());
            tell(Notification.Level.ERROR, name, name + " could not be brought in", why);
        }
    }

    /** In the window and, for whoever looks at the console instead, in the log. */
    private void tell(Notification.Level level, String key, String title, String detail) {
        if (level == Notification.Level.INFO) {
            LOG.info(title);
        } else {
            LOG.warn("{}: {}", title, detail);
        }
        notifications.show(new Notification(level, "Plug-ins", "with." + key, title, detail, List.of()));
    }
}
