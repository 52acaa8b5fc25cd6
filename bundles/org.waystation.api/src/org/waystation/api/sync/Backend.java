package org.waystation.api.sync;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.waystation.api.record.EntityKind;

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
     * What changed after a cursor, in the server's commit order.
     *
     * @param cursor as the server issued it
     * @param limit most records wanted, 1 to 1000
     */
    ChangePage changes(String cursor, int limit) throws BackendException;

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

    /** What a remote system can do. */
    enum Capability {
        DELTA_FEED,
        TOMBSTONES,
        VERSIONS,
        IDEMPOTENT_CREATE,
        PUSH_EVENTS
    }
}
