package org.waystation.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;

/** A system of the plainest kind: no feed, no tombstones, no versions, no idempotency, no events. It lists and it reads. */
final class PlainServer implements Backend {

    /** The field in which the adapter leaves the operation that made a record. */
    private static final String MARK = "madeBy";

    final Map<RecordRef, Map<String, Object>> rows = new LinkedHashMap<>();
    /** The records of which it was asked whether they were made, in this order. */
    final List<UUID> lookedFor = new ArrayList<>();

    int creations;

    /** How many replies get through before one is lost; none is where this is below 0. */
    int repliesUntilLoss = -1;

    BackendException.Cause howItIsLost = BackendException.Cause.UNREACHABLE;

    void put(EntityKind kind, UUID id, Map<String, Object> fields) {
        rows.computeIfAbsent(new RecordRef(kind, id), any -> new LinkedHashMap<>())
                .putAll(fields);
    }

    private EntityRecord record(RecordRef ref) {
        Map<String, Object> fields = rows.get(ref);
        return new EntityRecord(ref.kind(), ref.id(), 1 + (fields.hashCode() & 0x7fffffffL), 1, fields);
    }

    @Override
    public String id() {
        return "plain";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.TICKET, EntityKind.NOTE);
    }

    @Override
    public Map<UUID, Long> versions(EntityKind kind) {
        Map<UUID, Long> versions = new LinkedHashMap<>();
        rows.keySet().stream()
                .filter(ref -> ref.kind().equals(kind))
                .forEach(ref -> versions.put(ref.id(), record(ref).version()));
        return versions;
    }

    @Override
    public Optional<EntityRecord> read(RecordRef ref) {
        return rows.containsKey(ref) ? Optional.of(record(ref)) : Optional.empty();
    }

    @Override
    public Optional<EntityRecord> createdBy(Operation creation) {
        lookedFor.add(creation.ref().id());
        return rows.keySet().stream()
                .filter(ref -> creation.id().toString().equals(rows.get(ref).get(MARK)))
                .map(this::record)
                .findFirst();
    }

    @Override
    public ServerSession session() {
        return new ServerSession(new UUID(0, 1), "Robin", "Plain", "only", Instant.EPOCH);
    }

    @Override
    public SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) throws BackendException {
        sink.begin("only", Map.of());
        for (RecordRef ref : rows.keySet()) {
            sink.record(record(ref));
        }
        sink.workable();
        return new SnapshotEnd("only", "none", rows.size());
    }

    @Override
    public ChangePage changes(String cursor, int limit) {
        throw new AssertionError("There is no feed.");
    }

    @Override
    public List<OperationResult> push(List<Operation> operations) throws BackendException {
        List<OperationResult> results = new ArrayList<>();
        for (Operation operation : operations) {
            // The last writer wins here: whoever wants better looks before.
            Map<String, Object> fields = rows.computeIfAbsent(operation.ref(), any -> new LinkedHashMap<>());
            for (FieldChange change : operation.changes()) {
                fields.put(change.field(), change.newValue());
            }
            if (operation.type() == Operation.Type.CREATE) {
                creations++;
                fields.put(MARK, operation.id().toString());
            }
            results.add(new OperationResult.Applied(operation.id(), record(operation.ref())));
        }
        if (repliesUntilLoss-- == 0) {
            throw new BackendException(howItIsLost, "The reply was lost.");
        }
        return results;
    }

    @Override
    public boolean awaitNews(String cursor, Duration wait) {
        throw new AssertionError("There are no events.");
    }
}
