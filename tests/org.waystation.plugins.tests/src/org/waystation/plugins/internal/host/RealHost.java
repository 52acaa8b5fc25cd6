package org.waystation.plugins.internal.host;

import static org.waystation.plugins.internal.host.HostFixture.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.waystation.api.plugins.Plugins;
import org.waystation.api.profile.Profile;

/** The host as the program runs it: its components come up as soon as there is a profile, and go with it. */
public final class RealHost implements AutoCloseable {

    public final BundleContext context = FrameworkUtil.getBundle(RealHost.class).getBundleContext();
    private final ServiceRegistration<Profile> profile;
    private final ServiceTracker<Plugins, Plugins> tracker;
    private final Plugins plugins;

    public RealHost(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(folder.resolve("plugins/policy.json"), "{\"developerMode\":true}");
        tracker = new ServiceTracker<>(context, Plugins.class, null);
        tracker.open();
        Dictionary<String, Object> properties = new Hashtable<>();
        profile = context.registerService(Profile.class, () -> folder, properties);
        plugins = tracker.waitForService(60_000);
    }

    public Plugins plugins() {
        return plugins;
    }

    public void install(Path... files) {
        await(plugins.install(await(plugins.inspect(List.of(files)))));
    }

    /** Asks the service that a test's plug-in registered. */
    public Object ask(String asker, String what) {
        try {
            ServiceReference<?> reference = context.getServiceReferences(Function.class, "(asker=" + asker + ")")
                    .iterator()
                    .next();
            @SuppressWarnings("unchecked") // plug-ins of the tests register nothing else
            Function<String, Object> service = (Function<String, Object>) context.getService(reference);
            try {
                return service.apply(what);
            } finally {
                context.ungetService(reference);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        tracker.close();
        profile.unregister();
    }
}
