package org.waystation.testkit.fake;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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

/**
 * A remote system in memory that keeps the contract of {@link Backend}: versions, commit order, conflicts, tombstones,
 * news, and repeated sends that change nothing twice. Safe for use by several threads.
 */
public final class FakeBackend implements Backend {

    private static final String EPOCH = "fake";

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<RecordRef, EntityRecord> records = new LinkedHashMap<>();
    private final Map<RecordRef, Long> deleted = new LinkedHashMap<>();
    private final Map<UUID, OperationResult> answered = new HashMap<>();
    private final List<Operation> received = new ArrayList<>();
    private long sequence;
    private boolean reachable = true;

    /** A remote system that holds these records. */
    public FakeBackend(Clock clock, List<EntityRecord> content) {
        this.clock = clock;
        content.forEach(record -> {
            records.put(record.ref(), record);
            sequence = Math.max(sequence, record.sequence());
        });
    }

    /** Somebody else makes or changes a record; fields not named stay. */
    public void put(EntityKind kind, UUID id, Map<String, ? extends @Nullable Object> changes) {
        locked(() -> {
            commit(new RecordRef(kind, id), changes);
            return null;
        });
    }

    /** Somebody else deletes a record. */
    public void delete(EntityKind kind, UUID id) {
        locked(() -> {
            RecordRef ref = new RecordRef(kind, id);
            records.remove(ref);
            deleted.put(ref, ++sequence);
            news.signalAll();
            return null;
        });
    }

    /** While it is not reachable every call ends with {@link BackendException.Cause#UNREACHABLE}. */
    public void reachable(boolean value) {
        locked(() -> {
            reachable = value;
            news.signalAll();
            return null;
        });
    }

    /** What was sent so far, without repeats. */
    public List<Operation> received() {
        return locked(() -> List.copyOf(received));
    }

    /** The record as it stands here. */
    public Optional<EntityRecord> record(EntityKind kind, UUID id) {
        return locked(() -> Optional.ofNullable(records.get(new RecordRef(kind, id))));
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.DELTA_FEED,
                Capability.TOMBSTONES,
                Capability.VERSIONS,
                Capability.IDEMPOTENT_CREATE,
                Capability.PUSH_EVENTS);
    }

    @Override
    public ServerSession session() throws BackendException {
        checkReachable();
        return new ServerSession(
                SampleData.TECHNICIAN, SampleData.TECHNICIAN_NAME, "Sample MSP", EPOCH, clock.instant());
    }

    @Override
    public SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) throws BackendException {
        checkReachable();
        long[] cursor = {0};
        List<EntityRecord> all = locked(() -> {
            cursor[0] = sequence;
            return records.values().stream()
                    .filter(record -> kinds.isEmpty() || kinds.contains(record.kind()))
                    .toList();
        });
        Map<EntityKind, Long> expected = new HashMap<>();
        all.forEach(record -> expected.merge(record.kind(), 1L, Long::sum));
        sink.begin(EPOCH, expected);
        for (EntityRecord record : all) {
            sink.record(record);
        }
        sink.workable();
        return new SnapshotEnd(EPOCH, String.valueOf(cursor[0]), all.size());
    }

    @Override
    public ChangePage changes(String cursor, int limit) throws BackendException {
        checkReachable();
        long after = Long.parseLong(cursor);
        return locked(() -> {
            List<EntityRecord> changed = records.values().stream()
                    .filter(record -> record.sequence() > after)
                    .sorted(Comparator.comparingLong(EntityRecord::sequence))
                    .limit(limit)
                    .toList();
            boolean more = changed.size() == limit;
            long end = more ? changed.get(limit - 1).sequence() : sequence;
            List<RecordRef> gone = deleted.entrySet().stream()
                    .filter(entry -> entry.getValue() > after && entry.getValue() <= end)
                    .map(Map.Entry::getKey)
                    .toList();
            return new ChangePage(EPOCH, String.valueOf(end), more, changed, gone);
        });
    }

    @Override
    public List<OperationResult> push(List<Operation> operations) throws BackendException {
        checkReachable();
        return locked(() -> operations.stream().map(this::answer).toList());
    }

    @Override
    public boolean awaitNews(String cursor, Duration wait) throws BackendException {
        checkReachable();
        long after = Long.parseLong(cursor);
        lock.lock();
        try {
            long left = wait.toNanos();
            while (sequence <= after && reachable && left > 0) {
                left = news.awaitNanos(left);
            }
            return sequence > after;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(BackendException.Cause.CANCELLED, "No longer wanted.");
        } finally {
            lock.unlock();
        }
    }

    private OperationResult answer(Operation operation) {
        OperationResult before = answered.get(operation.id());
        if (before != null) {
            return before;
        }
        received.add(operation);
        EntityRecord current = records.get(operation.ref());
        long version = current == null ? 0 : current.version();
        if (version != operation.baseVersion()) {
            // Not an answer for good: the same operation comes again on a newer base.
            return new OperationResult.Conflict(operation.id(), Optional.ofNullable(current));
        }
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        for (FieldChange change : operation.changes()) {
            changes.put(change.field(), change.newValue());
        }
        OperationResult result = new OperationResult.Applied(operation.id(), commit(operation.ref(), changes));
        answered.put(operation.id(), result);
        return result;
    }

    private EntityRecord commit(RecordRef ref, Map<String, ? extends @Nullable Object> changes) {
        EntityRecord old = records.get(ref);
        Map<String, @Nullable Object> data = new LinkedHashMap<>(old == null ? Map.of() : old.data());
        data.putAll(changes);
        EntityRecord fresh =
                new EntityRecord(ref.kind(), ref.id(), old == null ? 1 : old.version() + 1, ++sequence, data);
        records.put(ref, fresh);
        news.signalAll();
        return fresh;
    }

    private void checkReachable() throws BackendException {
        if (!locked(() -> reachable)) {
            throw new BackendException(BackendException.Cause.UNREACHABLE, "The remote system is switched off.");
        }
    }

    private <T> T locked(java.util.function.Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
