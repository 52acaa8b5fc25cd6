package org.waystation.sync.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.profile.OfflineLease;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SyncService;
import org.waystation.api.sync.SyncStatus;

/**
 * Each answer of the server begins the offline lease anew; that it took the access away ends it. When the profile is unlocked
 * again the server is asked at once: what kept sync from going on may be settled.
 */
@Component(
        immediate = true,
        service = {})
public final class LeaseRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseRenewal.class);

    private final SyncService sync;
    private final Backend backend;
    private final OfflineLease lease;
    private final AutoCloseable listening;
    private final AutoCloseable unlocking;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lease").daemon().factory());
    private Optional<Instant> renewedAt = Optional.empty();

    @Activate
    public LeaseRenewal(
            @Reference SyncService sync,
            @Reference Backend backend,
            @Reference OfflineLease lease,
            @Reference ProfileKey key) {
        this.sync = sync;
        this.backend = backend;
        this.lease = lease;
        this.listening = sync.listen(thread, this::follow);
        this.unlocking = key.onLock(() -> key.dataKey().thenAccept(this::unlocked));
    }

    private void unlocked(byte[] copyOfKey) {
        Arrays.fill(copyOfKey, (byte) 0);
        sync.syncNow();
    }

    private void follow(SyncStatus status) {
        if (status.state() == SyncStatus.State.ATTENTION) {
            askWhetherRevoked();
        } else if (status.lastContact().isPresent() && !status.lastContact().equals(renewedAt)) {
            renewedAt = status.lastContact();
            sync.session()
                    .flatMap(ServerSession::leaseDays)
                    .ifPresentOrElse(lease::renew, () -> lease.renew(OfflineLease.DEFAULT_DAYS));
        }
    }

    /** The status says in words what is wrong; whether it is this, the server says once more. */
    private void askWhetherRevoked() {
        try {
            backend.session();
        } catch (BackendException e) {
            if (e.kind() == BackendException.Cause.ACCESS_REVOKED) {
                LOG.warn("The server has taken the access of this computer away: the profile is locked.");
                lease.revoke();
            }
        }
    }

    @Deactivate
    void close() throws Exception {
        listening.close();
        unlocking.close();
        thread.shutdownNow();
    }
}
