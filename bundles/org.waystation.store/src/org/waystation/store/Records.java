package org.waystation.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;

/** Reads records as the technician sees them: the server's state with local changes on top. */
@ProviderType
public interface Records {

    Optional<EntityRecord> find(RecordRef ref) throws StoreException;

    /** The record as the server last said, without what was changed here; empty where only this machine has it. */
    Optional<EntityRecord> server(RecordRef ref) throws StoreException;

    /** How many records of each kind there are, and how many bytes they take on disk. */
    Held held() throws StoreException;

    /**
     * What is held.
     *
     * @param bytes of the whole file, indexes included
     */
    record Held(Map<EntityKind, Long> records, long bytes) {}

    /**
     * Records of a kind whose reference field (such as {@code ticketId}) points at a record, oldest first: by
     * {@code createdAt} or {@code startedAt} where they have one, else in the order in which they came.
     *
     * @throws IllegalArgumentException where that field of that kind is not indexed
     */
    List<EntityRecord> referring(EntityKind kind, String field, UUID to) throws StoreException;

    /** Every record of a kind, by name; for the small kinds only (users, companies). */
    List<EntityRecord> all(EntityKind kind) throws StoreException;

    /** Calls the listener on a store thread after each committed change, with what was touched. Closing ends it. */
    AutoCloseable onCommit(CommitListener listener);

    /** Told what a commit touched. */
    @FunctionalInterface
    interface CommitListener {
        void committed(Commit commit);
    }

    /**
     * What a commit touched.
     *
     * @param refs touched records; empty together with {@code everything}
     * @param everything so much changed (a snapshot was swapped in) that one should look again
     */
    record Commit(List<RecordRef> refs, boolean everything) {}
}
