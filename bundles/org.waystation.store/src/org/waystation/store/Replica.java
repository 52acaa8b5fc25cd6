package org.waystation.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.Digest;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.Stamp;

/** This machine's copy of the server's records. */
@ProviderType
public interface Replica {

    /** Where the copy stands; empty before the first snapshot was completed. */
    Optional<Position> position() throws StoreException;

    /** Takes in a page of changes and its cursor in ONE transaction; local changes stay on top. */
    void apply(ChangePage page) throws StoreException;

    /**
     * Begins a snapshot. Over an empty replica rows are visible as they are committed; over an existing one they are
     * written beside the old rows and swapped in at the end.
     */
    default SnapshotWriter beginSnapshot(String epoch) throws StoreException {
        return beginSnapshot(epoch, "");
    }

    /**
     * Begins a snapshot of a part, and forgets one that was cut off.
     *
     * @param scope what part, in the caller's own words; empty for everything
     */
    SnapshotWriter beginSnapshot(String epoch, String scope) throws StoreException;

    /** A snapshot that was cut off behind a mark; empty where there is none to go on with. */
    Optional<Unfinished> unfinished() throws StoreException;

    /**
     * Goes on with the snapshot that was cut off.
     *
     * @throws IllegalStateException where there is none
     */
    SnapshotWriter resumeSnapshot() throws StoreException;

    /** Forgets the snapshot that was cut off, where there is one. */
    void abandonSnapshot() throws StoreException;

    /** Takes in records besides those of the feed, in ONE transaction; an older state than is held is ignored. */
    void take(List<EntityRecord> records) throws StoreException;

    /**
     * Puts right what was found to differ from the server, in ONE transaction and whatever is held; local changes stay on
     * top.
     *
     * @param records as the server has them
     * @param gone what it does not have, or what is not taken along any more
     */
    void heal(List<EntityRecord> records, List<RecordRef> gone) throws StoreException;

    /** What is held is another part now; the place in the server's history stays. */
    void saveScope(String scope) throws StoreException;

    /** The server's records of a kind, by id, with the states that are held of them. */
    Map<UUID, Stamp> stamps(EntityKind kind) throws StoreException;

    /** Count and hash of the server's records of each kind, read from the rows themselves. */
    Map<EntityKind, Digest> digests() throws StoreException;

    /** The records of a kind as the server last said, by id, with their versions; without those only this machine has. */
    Map<UUID, Long> versions(EntityKind kind) throws StoreException;

    /** Who was signed in at the last contact. */
    Optional<ServerSession> session() throws StoreException;

    void saveSession(ServerSession session) throws StoreException;

    /**
     * Place in the server's history.
     *
     * @param epoch names the server's history
     * @param cursor opaque
     * @param scope what part of it is held, in the words that it was begun with; empty for everything
     */
    record Position(String epoch, String cursor, String scope) {

        public Position(String epoch, String cursor) {
            this(epoch, cursor, "");
        }
    }

    /**
     * A snapshot that was cut off.
     *
     * @param mark the last one that came
     * @param received how many records had come up to it
     */
    record Unfinished(String epoch, String scope, String mark, long received) {}

    /**
     * Writes one snapshot; closing it without {@link #complete} leaves the old rows and the old position, and where a mark
     * was set what is needed to go on behind it.
     */
    interface SnapshotWriter extends AutoCloseable {

        void write(List<EntityRecord> records) throws StoreException;

        /** Makes visible what was written so far, where nothing was there before. */
        void flush() throws StoreException;

        /**
         * What was written so far need not come again: whoever goes on, goes on behind this mark.
         *
         * @param received how many records that was
         */
        void mark(String mark, long received) throws StoreException;

        /** The snapshot is whole: swaps it in with its cursor, in one transaction, local changes on top. */
        void complete(String cursor) throws StoreException;

        @Override
        void close() throws StoreException;
    }
}
