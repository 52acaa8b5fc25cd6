package org.waystation.sync.internal;

import org.waystation.api.profile.LeaseOffice;
import org.waystation.api.profile.OfflineLease;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.SyncService;

/** What renews and ends the lease, outside of the component runtime. */
public final class LiveLease implements AutoCloseable {

    private final LeaseRenewal renewal;
    private final ServerLeases office = new ServerLeases();

    public LiveLease(SyncService sync, Backend backend, OfflineLease lease, ProfileKey key) {
        renewal = new LeaseRenewal(sync, backend, lease, key);
        office.bindBackend(backend);
    }

    public LeaseOffice office() {
        return office;
    }

    @Override
    public void close() {
        try {
            renewal.close();
        } catch (Exception e) {
            throw new IllegalStateException("The lease is still renewed.", e);
        }
    }
}
