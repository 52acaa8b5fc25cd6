package org.waystation.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;

/** Changes made on this machine that the server has not applied yet. */
@ProviderType
public interface Outbox {

    /**
     * Applies operations to the records and queues them, in ONE transaction that is on disk before this returns.
     *
     * @throws StoreException where it could not be kept; nothing was changed then
     */
    void commit(List<Operation> operations) throws StoreException;

    /** Operations that may be sent now, oldest first: neither parked nor waiting for a parked one. */
    List<Operation> ready(int limit) throws StoreException;

    /** Every operation in the outbox, oldest first. */
    List<PendingOperation> pending() throws StoreException;

    /** Operations that touch a record. */
    List<PendingOperation> pending(RecordRef ref) throws StoreException;

    /** Records with a change that waits, among those asked for. */
    Set<UUID> unsynced(Set<UUID> recordIds) throws StoreException;

    /**
     * Takes in what the server said, in ONE transaction: an applied operation leaves the outbox and its record becomes
     * the server's with the remaining local changes on top; a rejected one is parked with those that depend on it.
     * Conflicts and retries leave the outbox as it is: the engine rebases or parks them.
     */
    void settle(List<OperationResult> results) throws StoreException;

    /** Replaces a queued operation by its rebased form, and the record's server state by the one it was rebased on. */
    void rebase(Operation rebased, org.waystation.api.record.EntityRecord onto) throws StoreException;

    /** Takes an operation and those that depend on it out of the turn, with the reason. */
    void park(UUID operationId, Problem reason) throws StoreException;

    /** Puts a parked operation and those that depend on it back in the turn. */
    void unpark(UUID operationId) throws StoreException;

    /** Gives up an operation and those that depend on it; their records show the server's state again. */
    void discard(UUID operationId) throws StoreException;

    int waitingCount() throws StoreException;

    int parkedCount() throws StoreException;
}
