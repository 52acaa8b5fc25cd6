package org.waystation.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.ServerSession;

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
    SnapshotWriter beginSnapshot(String epoch) throws StoreException;

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
     */
    record Position(String epoch, String cursor) {}

    /** Writes one snapshot; closing it without {@link #complete} leaves the old rows and the old position. */
    interface SnapshotWriter extends AutoCloseable {

        void write(List<EntityRecord> records) throws StoreException;

        /** Makes visible what was written so far, where nothing was there before. */
        void flush() throws StoreException;

        /** The snapshot is whole: swaps it in with its cursor, in one transaction, local changes on top. */
        void complete(String cursor) throws StoreException;

        @Override
        void close() throws StoreException;
    }
}
