package org.waystation.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.Problem;
import org.waystation.store.blob.Blob;

/** Changes made on this machine that the server has not applied yet. */
@ProviderType
public interface Outbox {

    /**
     * Applies operations to the records and queues them, in ONE transaction that is on disk before this returns.
     *
     * @throws StoreException where it could not be kept; nothing was changed then
     */
    void commit(List<Operation> operations) throws StoreException;

    /**
     * As {@link #commit(List)}, where some operations wait for a content to be at the server.
     *
     * @param contents by the operation that waits for it
     */
    void commit(List<Operation> operations, Map<UUID, Blob> contents) throws StoreException;

    /**
     * As {@link #commit(List)}, with documents of this machine that are kept with them or not at all, such as an entry of
     * the audit trail and the operation that sends it.
     */
    void commit(List<Operation> operations, List<Documents.Change> documents) throws StoreException;

    /**
     * Operations that may be sent now, oldest first: neither parked nor waiting for a parked one or for a content, and of several on the
     * same record only the oldest, since the version that the next one builds on is known only after it.
     */
    List<Operation> ready(int limit) throws StoreException;

    /** Every operation in the outbox, oldest first. */
    List<PendingOperation> pending() throws StoreException;

    /** Operations that touch a record, or one that belongs to it as a note belongs to its ticket; oldest first. */
    List<PendingOperation> pending(RecordRef ref) throws StoreException;

    /** Records with a change that waits or is parked, to them or to what belongs to them, among those asked for. */
    Set<UUID> unsynced(Set<UUID> recordIds) throws StoreException;

    /**
     * Takes in what the server said, in ONE transaction: an applied operation leaves the outbox and its record becomes
     * the server's with the remaining local changes on top, and later operations on the record that were based on the
     * same version follow it to the new one; a rejected one is parked with those that depend on it. Conflicts, retries
     * and rejections of code {@code dependency_not_applied} leave the outbox as it is: the engine rebases or parks the
     * former, and what became of the dependency decides about the latter.
     */
    void settle(List<OperationResult> results) throws StoreException;

    /** Replaces a queued operation by its rebased form, and the record's server state by the one it was rebased on. */
    void rebase(Operation rebased, EntityRecord onto) throws StoreException;

    /** Takes an operation and those that depend on it out of the turn, with the reason. */
    void park(UUID operationId, Problem reason) throws StoreException;

    /**
     * Parks an operation because of what somebody else did to its record, and takes in the record as it now is, so that
     * both sides can be shown.
     *
     * @param theirs empty where it was deleted
     */
    void parkConflict(UUID operationId, Problem reason, Optional<EntityRecord> theirs) throws StoreException;

    /**
     * Puts another operation in the place of a parked one, in the same turn, and puts it and those that depend on it back.
     *
     * @param replacement on the same record; of another id, since the server may remember what it said to the old one
     */
    void replace(UUID operationId, Operation replacement) throws StoreException;

    /** Puts a parked operation and those that depend on it back in the turn. */
    void unpark(UUID operationId) throws StoreException;

    /** Gives up an operation and those that depend on it; their records show the server's state again. */
    void discard(UUID operationId) throws StoreException;

    int waitingCount() throws StoreException;

    int parkedCount() throws StoreException;
}
