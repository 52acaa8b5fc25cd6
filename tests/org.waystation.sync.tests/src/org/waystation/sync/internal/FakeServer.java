package org.waystation.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;

/** A server in memory that keeps the contract, and fails where a test wants it to. */
final class FakeServer implements Backend {

    static final UUID ME = new UUID(0x0198_0000_0000_7000L, 1);

    /** The calls that can be made to fail. */
    enum Call {
        SESSION,
        SNAPSHOT,
        CHANGES,
        PUSH
    }

    String epoch = "one";
    boolean pushEvents;
    int snapshotCutAfter = Integer.MAX_VALUE;
    boolean loseNextReply;
    Function<Operation, Optional<OperationResult>> verdict = operation -> Optional.empty();
    Runnable duringSnapshot = () -> {};
    final Deque<Boolean> news = new ArrayDeque<>();
    final Map<Call, Integer> calls = new EnumMap<>(Call.class);
    final List<List<Operation>> pushed = new ArrayList<>();
    final List<Runnable> accessListeners = new ArrayList<>();

    private final Map<RecordRef, EntityRecord> records = new LinkedHashMap<>();
    private final Map<RecordRef, Long> deleted = new HashMap<>();
    private final Map<UUID, OperationResult> applied = new HashMap<>();
    private final Map<Call, Function<Integer, Optional<BackendException>>> faults = new EnumMap<>(Call.class);
    private long sequence;

    /** Every call fails, until {@link #works()}. */
    void fails(BackendException.Cause cause) {
        for (Call call : Call.values()) {
            fails(call, cause);
        }
    }

    void fails(Call call, BackendException.Cause cause) {
        faults.put(call, number -> Optional.of(new BackendException(cause, "made to fail: " + cause)));
    }

    void failsOnce(Call call, BackendException failure) {
        int now = calls.getOrDefault(call, 0);
        faults.put(call, number -> number == now + 1 ? Optional.of(failure) : Optional.empty());
    }

    void works() {
        faults.clear();
    }

    int count(Call call) {
        return calls.getOrDefault(call, 0);
    }

    private void called(Call call) throws BackendException {
        int number = calls.merge(call, 1, Integer::sum);
        Optional<BackendException> fault =
                faults.getOrDefault(call, any -> Optional.empty()).apply(number);
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    /** Somebody else makes or changes a record. */
    EntityRecord put(EntityKind kind, UUID id, Map<String, Object> fields) {
        RecordRef ref = new RecordRef(kind, id);
        EntityRecord before = records.get(ref);
        Map<String, Object> data = new LinkedHashMap<>(before == null ? Map.of() : before.data());
        data.putAll(fields);
        EntityRecord now = new EntityRecord(kind, id, before == null ? 1 : before.version() + 1, ++sequence, data);
        records.put(ref, now);
        return now;
    }

    void remove(RecordRef ref) {
        records.remove(ref);
        deleted.put(ref, ++sequence);
    }

    Optional<EntityRecord> find(RecordRef ref) {
        return Optional.ofNullable(records.get(ref));
    }

    int size() {
        return records.size();
    }

    /** The server was restored from nothing: another history, in which no operation was ever seen. */
    void restoreAs(String newEpoch) {
        epoch = newEpoch;
        applied.clear();
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        if (!pushEvents) {
            all.remove(Capability.PUSH_EVENTS);
        }
        return all;
    }

    @Override
    public ServerSession session() throws BackendException {
        called(Call.SESSION);
        return new ServerSession(ME, "Robin", "Northwind MSP", epoch, Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Override
    public SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) throws BackendException {
        called(Call.SNAPSHOT);
        List<EntityRecord> all = List.copyOf(records.values());
        String cursor = cursor(sequence);
        sink.begin(epoch, Map.of(EntityKind.TICKET, (long) all.size()));
        int sent = 0;
        for (EntityRecord record : all) {
            if (sent == snapshotCutAfter) {
                throw new BackendException(BackendException.Cause.MALFORMED, "The snapshot was cut off.");
            }
            sink.record(record);
            sent++;
            if (sent == 1) {
                sink.workable();
                duringSnapshot.run();
            }
        }
        return new SnapshotEnd(epoch, cursor, sent);
    }

    @Override
    public ChangePage changes(String cursor, int limit) throws BackendException {
        called(Call.CHANGES);
        String[] parts = cursor.split(":");
        if (!parts[0].equals(epoch)) {
            throw new BackendException(BackendException.Cause.CURSOR_EXPIRED, "another epoch");
        }
        long after = Long.parseLong(parts[1]);
        List<EntityRecord> changed = records.values().stream()
                .filter(record -> record.sequence() > after)
                .sorted((a, b) -> Long.compare(a.sequence(), b.sequence()))
                .toList();
        List<EntityRecord> page = changed.subList(0, Math.min(limit, changed.size()));
        boolean more = page.size() < changed.size();
        long last = more ? page.getLast().sequence() : sequence;
        List<RecordRef> gone = deleted.entrySet().stream()
                .filter(entry -> entry.getValue() > after && entry.getValue() <= last)
                .map(Map.Entry::getKey)
                .toList();
        return new ChangePage(epoch, cursor(last), more, page, gone);
    }

    private String cursor(long at) {
        return epoch + ":" + at;
    }

    @Override
    public List<OperationResult> push(List<Operation> operations) throws BackendException {
        called(Call.PUSH);
        pushed.add(operations);
        List<OperationResult> results = new ArrayList<>();
        for (Operation operation : operations) {
            results.add(answer(operation));
        }
        if (loseNextReply) {
            loseNextReply = false;
            throw new BackendException(BackendException.Cause.UNREACHABLE, "The reply was lost.");
        }
        return results;
    }

    private OperationResult answer(Operation operation) {
        OperationResult before = applied.get(operation.id());
        if (before != null) {
            return before;
        }
        Optional<OperationResult> wanted = verdict.apply(operation);
        if (wanted.isPresent()) {
            return wanted.get();
        }
        if (!applied.keySet().containsAll(operation.dependsOn())) {
            return new OperationResult.Rejected(
                    operation.id(),
                    new Problem(ResultRouter.DEPENDENCY_NOT_APPLIED, "A dependency is missing.", "", List.of()));
        }
        EntityRecord current = records.get(operation.ref());
        long version = current == null ? 0 : current.version();
        if (version != operation.baseVersion()) {
            return new OperationResult.Conflict(operation.id(), Optional.ofNullable(current));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (FieldChange change : operation.changes()) {
            fields.put(change.field(), change.newValue());
        }
        OperationResult result =
                new OperationResult.Applied(operation.id(), put(operation.kind(), operation.entityId(), fields));
        applied.put(operation.id(), result);
        return result;
    }

    @Override
    public boolean awaitNews(String cursor, Duration wait) throws BackendException {
        Boolean next = news.poll();
        if (next == null) {
            throw new BackendException(BackendException.Cause.UNREACHABLE, "The event stream broke.");
        }
        return next;
    }

    @Override
    public AutoCloseable onAccessChange(Runnable listener) {
        accessListeners.add(listener);
        return () -> accessListeners.remove(listener);
    }
}
