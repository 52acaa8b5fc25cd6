package org.waystation.sync.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.waystation.api.settings.Settings;

/** Whether the network counts what goes over it, as the technician has set it. */
@Component(service = NetworkCost.class)
public final class NetworkCost {

    private final AtomicReference<@Nullable Settings> settings = new AtomicReference<>();

    @Activate
    public NetworkCost() {}

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSettings(Settings service) {
        settings.set(service);
    }

    void unbindSettings(Settings service) {
        settings.compareAndSet(service, null);
    }

    boolean isMetered() {
        Settings present = settings.get();
        return present != null && present.flag(SyncSettingsPage.METERED);
    }
}
