package org.waystation.sync.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.profile.LeaseOffice;
import org.waystation.api.profile.LeaseRefusedException;
import org.waystation.api.profile.OfflineLease;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;

/** Asks the server for a new lease; needs nothing of the local data, which is sealed meanwhile. */
@Component(service = LeaseOffice.class)
public final class ServerLeases implements LeaseOffice {

    private final AtomicReference<@Nullable Backend> backend = new AtomicReference<>();

    @Activate
    public ServerLeases() {}

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindBackend(Backend service) {
        backend.set(service);
    }

    void unbindBackend(Backend service) {
        backend.compareAndSet(service, null);
    }

    @Override
    public int ask() throws LeaseRefusedException {
        Backend server = backend.get();
        try {
            if (server == null) {
                throw new BackendException(BackendException.Cause.UNREACHABLE, "No server is known yet.");
            }
            return server.session().leaseDays().orElse(OfflineLease.DEFAULT_DAYS);
        } catch (BackendException e) {
            String sentence = e.kind() == BackendException.Cause.ACCESS_REVOKED
                    ? e.getMessage()
                    : "This computer was without the server for too long, so the server has to answer before the data "
                            + "is shown again. " + e.getMessage();
            throw new LeaseRefusedException(sentence, e);
        }
    }
}
