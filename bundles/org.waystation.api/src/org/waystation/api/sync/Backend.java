package org.waystation.api.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;

/**
 * Adapter to one remote system. Calls block, run on the sync engine's threads and never on the UI thread; they end
 * early with {@link BackendException} of cause {@link BackendException.Cause#CANCELLED} when their thread is interrupted.
 * Implementations keep no state of their own about what was synced.
 */
@ConsumerType
public interface Backend {

    /** Short stable name, such as {@code msp} or {@code rt}. */
    String id();

    /** What the remote system can do; the engine fills the gaps. */
    Set<Capability> capabilities();

    /** Signs in and says who and where we are. */
    ServerSession session() throws BackendException;

    /**
     * Streams every record in scope, consistent at one point of the server's history. What the technician needs first
     * comes first, then one {@link SnapshotSink#workable()}.
     *
     * @param kinds the kinds wanted; empty means all
     */
    SnapshotEnd snapshot(Set<EntityKind> kinds, SnapshotSink sink) throws BackendException;

    /**
     * A snapshot of a part. One that goes on behind a mark brings what the first one had not brought yet, at the same
     * point of the history, and counts only what it brings itself.
     *
     * @throws BackendException of cause {@link BackendException.Cause#CURSOR_EXPIRED} where the mark is not known any more
     */
    default SnapshotEnd snapshot(SnapshotRequest request, SnapshotSink sink) throws BackendException {
        return snapshot(request.kinds(), sink);
    }

    /**
     * What changed after a cursor, in the server's commit order.
     *
     * @param cursor as the server issued it
     * @param limit most records wanted, 1 to 1000
     */
    ChangePage changes(String cursor, int limit) throws BackendException;

    /** What changed within a scope; a cursor is a place in the history, whatever scope it came with. */
    default ChangePage changes(String cursor, int limit, SyncScope scope) throws BackendException {
        return changes(cursor, limit);
    }

    /** Sends operations in order; one result for each, in the same order. */
    List<OperationResult> push(List<Operation> operations) throws BackendException;

    /**
     * Waits until the server has something new or the wait is over. Returns true where there may be news. Only called
     * with {@link Capability#PUSH_EVENTS}.
     */
    boolean awaitNews(String cursor, java.time.Duration wait) throws BackendException;

    /**
     * Calls the listener, on any thread, after the way in has changed: another address, another token. What ended with
     * {@link BackendException.Cause#TOKEN_INVALID} and its like is worth another try then.
     *
     * @return ends the listening
     */
    default AutoCloseable onAccessChange(Runnable listener) {
        return () -> {};
    }

    /** Moves contents of attached files; empty where the system keeps none. */
    default Optional<ContentTransfer> contents() {
        return Optional.empty();
    }

    /**
     * The kinds of record that this system keeps. Needed without {@link Capability#DELTA_FEED} or {@link
     * Capability#TOMBSTONES}, where the engine has to go through them.
     */
    default Set<EntityKind> kinds() {
        return Set.of();
    }

    /**
     * Every record of a kind that we may see, by id, with its version; without {@link Capability#VERSIONS} with a number
     * from 1 that is another one whenever the record is another one, such as a hash. Asked without {@link
     * Capability#DELTA_FEED} or {@link Capability#TOMBSTONES}.
     */
    default Map<UUID, Long> versions(EntityKind kind) throws BackendException {
        throw new UnsupportedOperationException("The backend " + id() + " does not list its records.");
    }

    /** Every record of a kind within a scope, by id. Asked with {@link Capability#DIGESTS}. */
    default Map<UUID, Stamp> liveIds(EntityKind kind, SyncScope scope) throws BackendException {
        throw new UnsupportedOperationException("The backend " + id() + " does not list its records.");
    }

    /** Count and hash of the records of each kind within a scope. Asked with {@link Capability#DIGESTS}. */
    default Digests digests(SyncScope scope) throws BackendException {
        throw new UnsupportedOperationException("The backend " + id() + " has no digests.");
    }

    /**
     * One record as it now is, its version as {@link #versions} has it; empty where there is none. Asked without {@link
     * Capability#DELTA_FEED} or {@link Capability#VERSIONS}.
     */
    default Optional<EntityRecord> read(RecordRef ref) throws BackendException {
        throw new UnsupportedOperationException("The backend " + id() + " does not read single records.");
    }

    /**
     * What may be done with a record of a kind that was made here, until the system has answered with the record itself: so
     * what it has no place for is not offered before either. Known without asking the system. Actions that say nothing at all
     * tell that the system takes no new record of that kind; what of it is the technician's own is then kept here alone.
     */
    default RecordActions actionsOfNew(EntityKind kind) {
        return RecordActions.UNKNOWN;
    }

    /**
     * The record that a creation has made, found by the mark that the adapter left on it; empty where there is none. Asked
     * without {@link Capability#IDEMPOTENT_CREATE}, before the creation is sent.
     */
    default Optional<EntityRecord> createdBy(Operation creation) throws BackendException {
        throw new UnsupportedOperationException("The backend " + id() + " does not find what it has made.");
    }

    /** What a remote system can do. */
    enum Capability {
        /** Tells what changed after a cursor; else {@link Backend#changes} is never called. */
        DELTA_FEED,
        /** Its feed tells of deletions. */
        TOMBSTONES,
        /** Refuses a change that builds on another version than the present one. */
        VERSIONS,
        /** Makes a record once, however often its creation is sent. */
        IDEMPOTENT_CREATE,
        /** Tells when there is news. */
        PUSH_EVENTS,
        /** Takes a {@link SyncScope}; else it always gives all that we may see. */
        SCOPES,
        /** Its snapshots bring marks, behind which another one goes on. */
        RESUME,
        /** Sums up its records, so that copies can be compared; lists their ids and reads single ones. */
        DIGESTS
    }
}
