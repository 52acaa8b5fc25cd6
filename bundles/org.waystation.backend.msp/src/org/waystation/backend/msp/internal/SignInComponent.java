package org.waystation.backend.msp.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.signin.SignInService;
import org.waystation.backend.msp.ServerConnection;

/**
 * Publishes signing in, and its connection while somebody is signed in. Where {@code -Dwaystation.server=FILE} names the way
 * in, there is nothing to sign in to.
 */
@Component(
        immediate = true,
        service = {})
public final class SignInComponent {

    private static final String FILE = "sign-in.sealed";

    private @Nullable SignIn signIn;
    private @Nullable ServiceRegistration<SignInService> registration;

    @Activate
    public SignInComponent(
            BundleContext context,
            @Reference Profile profile,
            @Reference ProfileKey key,
            @Reference ConfiguredProxies proxies) {
        if (System.getProperty(ReadyFileSignIn.PROPERTY, "").isBlank()) {
            HttpClients clients = new HttpClients(
                    new Trust(Optional.ofNullable(System.getProperty(MspBackend.AUTHORITIES_PROPERTY))
                            .filter(file -> !file.isBlank())
                            .map(Path::of)),
                    proxies);
            SignIn made = new SignIn(
                    profile.folder().resolve(FILE),
                    clients,
                    Clock.systemUTC(),
                    "Waystation on " + System.getProperty("os.name"),
                    connection -> {
                        ServiceRegistration<ServerConnection> there =
                                context.registerService(ServerConnection.class, connection, null);
                        return there::unregister;
                    });
            made.follow(key);
            signIn = made;
            registration = context.registerService(SignInService.class, made, null);
        }
    }

    @Deactivate
    void close() {
        if (registration != null) {
            registration.unregister();
        }
        if (signIn != null) {
            signIn.close();
        }
    }
}
