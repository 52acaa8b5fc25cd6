package org.waystation.audit.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.waystation.api.audit.AuditEntry;
import org.waystation.store.Documents;
import org.waystation.store.Outbox;
import org.waystation.store.Replica;

/** The real audit trail over a store outside of the component runtime; a broken chain is looked at when that is asked. */
public final class SimulatedTrail {

    private final StoredAuditTrail trail;
    private final BrokenChain broken;

    public SimulatedTrail(Documents documents, Outbox outbox, Replica replica, Clock clock, Supplier<UUID> ids) {
        trail = new StoredAuditTrail(documents, outbox, replica, clock, ids);
        broken = new BrokenChain(trail, outbox);
    }

    public AuditEntry append(String action, String subject) throws IOException {
        return trail.append(action, subject, Optional.empty(), "");
    }

    /** Whether there was something to mend. */
    public boolean mend() throws IOException {
        return broken.look();
    }

    public Optional<UUID> device() throws IOException {
        return trail.device();
    }

    public List<AuditEntry> entries() throws IOException {
        return trail.from(1);
    }

    public Optional<Long> firstBroken() throws IOException {
        return trail.firstBroken();
    }
}
