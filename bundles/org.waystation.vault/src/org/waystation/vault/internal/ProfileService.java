package org.waystation.vault.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileUnavailable;

/** Takes the profile at start and publishes it, or why it could not be had. */
@Component(
        immediate = true,
        service = {})
public final class ProfileService {

    private static final Logger LOG = System.getLogger(ProfileService.class.getName());

    private final Optional<ProfileLock> lock;
    private final ServiceRegistration<?> published;

    @Activate
    public ProfileService(BundleContext context) {
        this(context, ProfileFolder.of(System::getProperty, System.getenv()));
    }

    ProfileService(BundleContext context, Path folder) {
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
        this.lock = held;
        this.published = registration;
    }

    private static ServiceRegistration<?> publish(BundleContext context, Unavailable unavailable) {
        LOG.log(Level.ERROR, unavailable.message());
        return context.registerService(ProfileUnavailable.class, unavailable, null);
    }

    @Deactivate
    void close() throws IOException {
        published.unregister();
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    private record Unavailable(Path folder, String message) implements ProfileUnavailable {}
}
