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
import org.waystation.api.sync.Digest;
import org.waystation.api.sync.Digests;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotRequest;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.api.sync.Stamp;
import org.waystation.api.sync.SyncScope;

/** A server in memory that keeps the contract, and fails where a test wants it to. */
final class FakeServer implements Backend {

    static final UUID ME = new UUID(0x0198_0000_0000_7000L, 1);

    /** The calls that can be made to fail. */
    enum Call {
        SESSION,
        SNAPSHOT,
        CHANGES,
        PUSH,
        DIGESTS,
        LIVE_IDS,
        READ
    }

    /** Of which company a record is, for a scope; one without a company is in every scope. */
    static final String COMPANY = "companyId";

    String epoch = "one";
    boolean scopes = true;
    int markEvery = Integer.MAX_VALUE;
    final List<SnapshotRequest> snapshots = new ArrayList<>();
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
    private final Map<RecordRef, Long> births = new HashMap<>();
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
        births.putIfAbsent(ref, now.sequence());
        return now;
    }

    void remove(RecordRef ref) {
        records.remove(ref);
        deleted.put(ref, ++sequence);
    }

    Optional<EntityRecord> find(RecordRef ref) {
        return Optional.ofNullable(records.get(ref));
    }

    /** What the tombstones told is forgotten, as a server does after some weeks. */
    void forgetDeletions() {
        deleted.clear();
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
        if (!scopes) {
            all.removeAll(Set.of(Capability.SCOPES, Capability.RESUME, Capability.DIGESTS));
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
        return snapshot(new SnapshotRequest(kinds, SyncScope.everything(), Optional.empty()), sink);
    }

    /** A mark is the birth of the record it stood at, which never changes, and in which place of the history it began. */
    @Override
    public SnapshotEnd snapshot(SnapshotRequest request, SnapshotSink sink) throws BackendException {
        called(Call.SNAPSHOT);
        snapshots.add(request);
        List<EntityRecord> all = records.values().stream()
                .filter(record -> isIn(request.scope(), record))
                .filter(record -> request.kinds().isEmpty() || request.kinds().contains(record.kind()))
                .toList();
        String[] mark = request.after().orElse("0@" + sequence).split("@");
        int from = (int) all.stream()
                .filter(record -> births.get(record.ref()) <= Long.parseLong(mark[0]))
                .count();
        sink.begin(epoch, Map.of(EntityKind.TICKET, (long) all.size()));
        int sent = from;
        for (EntityRecord record : all.subList(from, all.size())) {
            if (sent == snapshotCutAfter) {
                throw new BackendException(BackendException.Cause.MALFORMED, "The snapshot was cut off.");
            }
            sink.record(record);
            sent++;
            if (sent % markEvery == 0) {
                sink.mark(births.get(record.ref()) + "@" + mark[1]);
            }
            if (sent == 1) {
                sink.workable();
                duringSnapshot.run();
            }
        }
        return new SnapshotEnd(epoch, cursor(Long.parseLong(mark[1])), sent - from);
    }

    private static boolean isIn(SyncScope scope, EntityRecord record) {
        Object company = record.data().get(COMPANY);
        boolean mine = scope.myWork() && ME.toString().equals(record.data().get("assigneeId"));
        return scope.everyCompany()
                || company == null
                || mine
                || scope.companies().stream().anyMatch(id -> id.toString().equals(company));
    }

    @Override
    public Digests digests(SyncScope scope) throws BackendException {
        called(Call.DIGESTS);
        Map<EntityKind, Digest> digests = new HashMap<>();
        for (EntityRecord record : records.values()) {
            if (isIn(scope, record)) {
                Stamp stamp = new Stamp(record.version(), record.sequence());
                digests.merge(record.kind(), Digest.NONE.plus(record.id(), stamp), Digest::plus);
            }
        }
        return new Digests(cursor(sequence), digests);
    }

    @Override
    public Map<UUID, Stamp> liveIds(EntityKind kind, SyncScope scope) throws BackendException {
        called(Call.LIVE_IDS);
        Map<UUID, Stamp> ids = new HashMap<>();
        records.values().stream()
                .filter(record -> record.kind().equals(kind) && isIn(scope, record))
                .forEach(record -> ids.put(record.id(), new Stamp(record.version(), record.sequence())));
        return ids;
    }

    @Override
    public Optional<EntityRecord> read(RecordRef ref) throws BackendException {
        called(Call.READ);
        return find(ref);
    }

    @Override
    public ChangePage changes(String cursor, int limit) throws BackendException {
        return changes(cursor, limit, SyncScope.everything());
    }

    @Override
    public ChangePage changes(String cursor, int limit, SyncScope scope) throws BackendException {
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
        List<EntityRecord> wanted =
                page.stream().filter(record -> isIn(scope, record)).toList();
        List<RecordRef> left = page.stream()
                .filter(record -> !isIn(scope, record))
                .map(EntityRecord::ref)
                .toList();
        return new ChangePage(epoch, cursor(last), more, wanted, gone, left);
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
