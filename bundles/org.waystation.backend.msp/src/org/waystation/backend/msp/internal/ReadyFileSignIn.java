package org.waystation.backend.msp.internal;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.waystation.backend.msp.ServerConnection;

/**
 * Publishes the connection that {@code -Dwaystation.server=FILE} names. Without that property there is none, and the
 * workstation is not connected; so the service is registered by hand and not by the component's own declaration.
 */
@Component(
        immediate = true,
        service = {})
public final class ReadyFileSignIn {

    static final String PROPERTY = "waystation.server";

    private @Nullable ReadyFileConnection connection;
    private @Nullable ServiceRegistration<ServerConnection> registration;

    @Activate
    public ReadyFileSignIn(BundleContext context) {
        String file = System.getProperty(PROPERTY, "");
        if (!file.isBlank()) {
            connection = new ReadyFileConnection(
                    Path.of(file),
                    Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                            .daemon()
                            .name("waystation-server-file")
                            .factory()));
            registration = context.registerService(ServerConnection.class, connection, null);
        }
    }

    @Deactivate
    void close() {
        if (registration != null) {
            registration.unregister();
        }
        if (connection != null) {
            connection.close();
        }
    }
}
