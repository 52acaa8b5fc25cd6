package org.waystation.vault.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileUnavailable;

/**
 * Takes the profile at start and publishes it, or why it could not be had. What waits for the profile (store, engine,
 * plug-ins) comes up on this component's thread, while the program's first thread already makes the window.
 */
@Component(
        immediate = true,
        service = {})
public final class ProfileService {

    private static final Logger LOG = System.getLogger(ProfileService.class.getName());

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "profile"));
    private final Future<Taken> taken;

    @Activate
    public ProfileService(BundleContext context) {
        this(context, ProfileFolder.of(System::getProperty, System.getenv()));
    }

    ProfileService(BundleContext context, Path folder) {
        taken = thread.submit(() -> take(context, folder));
    }

    private static Taken take(BundleContext context, Path folder) {
        Optional<ProfileLock> held = Optional.empty();
        ServiceRegistration<?> registration;
        try {
            held = Optional.of(ProfileLock.acquire(folder));
            Profile profile = () -> folder;
            registration = context.registerService(Profile.class, profile, null);
        } catch (ProfileHeldException e) {
            registration = publish(context, new Unavailable(folder, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            registration = publish(
                    context,
                    new Unavailable(
                            folder,
                            "The profile folder " + folder + " cannot be used: check the disk and your rights to it. "
                                    + e.getMessage()));
        }
        return new Taken(held, registration);
    }

    private static ServiceRegistration<?> publish(BundleContext context, Unavailable unavailable) {
        LOG.log(Level.ERROR, unavailable.message());
        return context.registerService(ProfileUnavailable.class, unavailable, null);
    }

    @Deactivate
    void close() throws IOException, InterruptedException, ExecutionException {
        // What came up on this thread is let come up, so that it goes down in order.
        thread.shutdown();
        Taken own = taken.get();
        own.published().unregister();
        if (own.lock().isPresent()) {
            own.lock().get().close();
        }
    }

    private record Taken(Optional<ProfileLock> lock, ServiceRegistration<?> published) {}

    private record Unavailable(Path folder, String message) implements ProfileUnavailable {}
}
