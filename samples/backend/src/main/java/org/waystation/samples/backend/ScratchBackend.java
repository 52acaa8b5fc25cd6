package org.waystation.samples.backend;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;

/** A remote system that holds nothing and takes nothing: where an adapter to a real one begins. */
@Component
public final class ScratchBackend implements Backend {

    private static final String EPOCH = "scratch";
    private static final String CURSOR = "0";
    private static final UUID USER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final Clock clock;

    @Activate
    public ScratchBackend() {
        this(Clock.systemUTC());
    }

    ScratchBackend(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "scratch";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.DELTA_FEED, Capability.VERSIONS);
    }

    @Override
    public ServerSession session() {
        return new ServerSession(USER, "Nobody", "Scratch", EPOCH, clock.instant());
    }

    @Override
    public SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) throws BackendException {
        sink.begin(EPOCH, Map.of());
        sink.workable();
        return new SnapshotEnd(EPOCH, CURSOR, 0);
    }

    @Override
    public ChangePage changes(String cursor, int limit) {
        return new ChangePage(EPOCH, CURSOR, false, List.of(), List.of());
    }

    @Override
    public List<OperationResult> push(List<Operation> operations) {
        Problem why = new Problem("read_only", "This remote system takes no changes", "", List.of());
        return operations.stream()
                .map(operation -> (OperationResult) new OperationResult.Rejected(operation.id(), why))
                .toList();
    }

    /** Never called, since {@link Capability#PUSH_EVENTS} is not promised. */
    @Override
    public boolean awaitNews(String cursor, Duration wait) {
        return false;
    }
}
