package org.waystation.sync.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.Digests;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotRequest;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.api.sync.Stamp;
import org.waystation.api.sync.SyncScope;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/**
 * A backend that cannot do everything, with its gaps filled, so that the engine needs to know of none: without a feed or
 * tombstones its records are gone through and held against ours, without versions a record is read and compared before
 * it is written, without idempotent creation a creation is looked for before it is sent.
 */
final class FilledBackend implements Backend {

    private static final String SWEPT = "swept-";
    private static final long FIRST = 1;

    private final Backend inner;
    private final Replica replica;

    private FilledBackend(Backend inner, Replica replica) {
        this.inner = inner;
        this.replica = replica;
    }

    /** The backend itself where it lacks nothing. */
    static Backend of(Backend backend, Replica replica) {
        return backend.capabilities()
                        .containsAll(Set.of(
                                Capability.DELTA_FEED,
                                Capability.TOMBSTONES,
                                Capability.VERSIONS,
                                Capability.IDEMPOTENT_CREATE))
                ? backend
                : new FilledBackend(backend, replica);
    }

    private boolean can(Capability capability) {
        return inner.capabilities().contains(capability);
    }

    @Override
    public String id() {
        return inner.id();
    }

    @Override
    public Set<Capability> capabilities() {
        return inner.capabilities();
    }

    @Override
    public ServerSession session() throws BackendException {
        return inner.session();
    }

    @Override
    public SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) throws BackendException {
        return snapshot(new SnapshotRequest(kinds, SyncScope.everything(), Optional.empty()), sink);
    }

    @Override
    public SnapshotEnd snapshot(SnapshotRequest request, SnapshotSink sink) throws BackendException {
        if (can(Capability.DELTA_FEED)) {
            return inner.snapshot(request, sink);
        }
        SnapshotEnd end = inner.snapshot(request, new FirstSweep(sink));
        return new SnapshotEnd(end.epoch(), SWEPT + FIRST, end.records());
    }

    @Override
    public ChangePage changes(String cursor, int limit) throws BackendException {
        return changes(cursor, limit, SyncScope.everything());
    }

    @Override
    public ChangePage changes(String cursor, int limit, SyncScope scope) throws BackendException {
        if (!can(Capability.DELTA_FEED)) {
            return sweep(cursor);
        }
        ChangePage page = inner.changes(cursor, limit, scope);
        if (can(Capability.TOMBSTONES) || page.more()) {
            return page;
        }
        List<RecordRef> deleted = new ArrayList<>(page.deleted());
        for (EntityKind kind : inner.kinds()) {
            deleted.addAll(gone(kind, ours(kind).keySet(), inner.versions(kind).keySet()));
        }
        return new ChangePage(page.epoch(), page.cursor(), false, page.records(), deleted, page.left());
    }

    /** Everything is listed, and what is another one than ours is read. */
    private ChangePage sweep(String cursor) throws BackendException {
        long number = cursor.startsWith(SWEPT) ? Long.parseLong(cursor.substring(SWEPT.length())) + 1 : FIRST + 1;
        String epoch = inner.session().epoch();
        List<EntityRecord> records = new ArrayList<>();
        List<RecordRef> deleted = new ArrayList<>();
        for (EntityKind kind : inner.kinds()) {
            Map<UUID, Long> ours = ours(kind);
            Map<UUID, Long> theirs = inner.versions(kind);
            for (Map.Entry<UUID, Long> one : theirs.entrySet()) {
                if (!one.getValue().equals(ours.get(one.getKey()))) {
                    // Deleted since it was listed: the next sweep finds that out.
                    inner.read(new RecordRef(kind, one.getKey()))
                            .map(record -> at(record, number))
                            .ifPresent(records::add);
                }
            }
            deleted.addAll(gone(kind, ours.keySet(), theirs.keySet()));
        }
        boolean quiet = records.isEmpty() && deleted.isEmpty();
        return new ChangePage(epoch, quiet ? cursor : SWEPT + number, false, records, deleted);
    }

    /** Sweeps give the order that the system itself does not keep. */
    private static EntityRecord at(EntityRecord record, long number) {
        return new EntityRecord(record.kind(), record.id(), record.version(), number, record.data(), record.actions());
    }

    @Override
    public Set<EntityKind> kinds() {
        return inner.kinds();
    }

    @Override
    public Map<UUID, Long> versions(EntityKind kind) throws BackendException {
        return inner.versions(kind);
    }

    @Override
    public Map<UUID, Stamp> liveIds(EntityKind kind, SyncScope scope) throws BackendException {
        return inner.liveIds(kind, scope);
    }

    @Override
    public Digests digests(SyncScope scope) throws BackendException {
        return inner.digests(scope);
    }

    @Override
    public Optional<EntityRecord> read(RecordRef ref) throws BackendException {
        return inner.read(ref);
    }

    private Map<UUID, Long> ours(EntityKind kind) throws BackendException {
        try {
            return replica.versions(kind);
        } catch (StoreException e) {
            throw new SnapshotIntake.StoreFailed(e);
        }
    }

    private static List<RecordRef> gone(EntityKind kind, Set<UUID> ours, Set<UUID> theirs) {
        return ours.stream()
                .filter(id -> !theirs.contains(id))
                .map(id -> new RecordRef(kind, id))
                .toList();
    }

    @Override
    public List<OperationResult> push(List<Operation> operations) throws BackendException {
        List<OperationResult> results = new ArrayList<>();
        Set<UUID> notApplied = new HashSet<>();
        for (Operation operation : operations) {
            OperationResult result;
            try {
                result = operation.dependsOn().stream().anyMatch(notApplied::contains)
                        ? waits(operation)
                        : ordered(pushOne(operation));
            } catch (BackendException e) {
                if (results.isEmpty() || !e.passes()) {
                    throw e;
                }
                // What was answered is not asked for again: else each lost reply would cost a look for all before it.
                operations.subList(results.size(), operations.size()).stream()
                        .map(later -> new OperationResult.Retry(later.id(), e.retryAfter()))
                        .forEach(results::add);
                return results;
            }
            if (!(result instanceof OperationResult.Applied || result instanceof OperationResult.AppliedAndGone)) {
                notApplied.add(operation.id());
            }
            results.add(result);
        }
        return results;
    }

    private static OperationResult waits(Operation operation) {
        return new OperationResult.Rejected(
                operation.id(),
                new Problem(ResultRouter.DEPENDENCY_NOT_APPLIED, "It waits for another change.", "", List.of()));
    }

    private OperationResult pushOne(Operation operation) throws BackendException {
        if (operation.type() == Operation.Type.CREATE && !can(Capability.IDEMPOTENT_CREATE)) {
            Optional<EntityRecord> made = inner.createdBy(operation);
            if (made.isPresent()) {
                return new OperationResult.Applied(operation.id(), made.get());
            }
        }
        if (operation.type() != Operation.Type.CREATE && !can(Capability.VERSIONS)) {
            Optional<EntityRecord> current = inner.read(operation.ref());
            if (current.isEmpty() || current.get().version() != operation.baseVersion()) {
                return new OperationResult.Conflict(operation.id(), current);
            }
        }
        return inner.push(List.of(operation)).getFirst();
    }

    /** What comes back from a change stands where the last sweep stands. */
    private OperationResult ordered(OperationResult result) throws BackendException {
        if (can(Capability.DELTA_FEED)) {
            return result;
        }
        long number = sweeps();
        return switch (result) {
            case OperationResult.Applied applied ->
                new OperationResult.Applied(applied.operationId(), at(applied.record(), number));
            case OperationResult.Conflict conflict ->
                new OperationResult.Conflict(
                        conflict.operationId(), conflict.current().map(record -> at(record, number)));
            default -> result;
        };
    }

    private long sweeps() throws BackendException {
        try {
            return replica.position()
                    .map(Replica.Position::cursor)
                    .filter(cursor -> cursor.startsWith(SWEPT))
                    .map(cursor -> Long.parseLong(cursor.substring(SWEPT.length())))
                    .orElse(FIRST);
        } catch (StoreException e) {
            throw new SnapshotIntake.StoreFailed(e);
        }
    }

    @Override
    public boolean awaitNews(String cursor, Duration wait) throws BackendException {
        return inner.awaitNews(cursor, wait);
    }

    @Override
    public AutoCloseable onAccessChange(Runnable listener) {
        return inner.onAccessChange(listener);
    }

    /** A snapshot is the first sweep. */
    private record FirstSweep(SnapshotSink sink) implements SnapshotSink {

        @Override
        public void begin(String epoch, Map<EntityKind, Long> expected) throws BackendException {
            sink.begin(epoch, expected);
        }

        @Override
        public void record(EntityRecord record) throws BackendException {
            sink.record(at(record, FIRST));
        }

        @Override
        public void mark(String mark) throws BackendException {
            sink.mark(mark);
        }

        @Override
        public void workable() throws BackendException {
            sink.workable();
        }
    }
}
