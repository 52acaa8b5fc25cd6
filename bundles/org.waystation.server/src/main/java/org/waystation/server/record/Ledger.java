package org.waystation.server.record;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.file.Blobs;

/**
 * The records as one edit reads and writes them, all within one transaction. The rules of editing know records only
 * through this, so that they are the same over a database and over the memory of a simulation.
 */
public interface Ledger {

    /** The record or its tombstone, held for an edit. */
    Optional<StoredRecord> hold(UUID id) throws SQLException;

    /** The live ones of these records, kept from changing meanwhile. */
    Map<UUID, StoredRecord> share(Collection<UUID> ids) throws SQLException;

    /** The live parts of a record and the parts of these, held for an edit. */
    List<StoredRecord> holdParts(EntityKind kind, UUID id) throws SQLException;

    /** The last entry of a device's audit chain; nobody else adds to the chain meanwhile. */
    Optional<StoredRecord> lastAuditEntry(UUID deviceId) throws SQLException;

    /** The kind of some live record that refers to this one and is not a part of it; empty where there is none. */
    Optional<EntityKind> referrer(EntityKind kind, UUID id) throws SQLException;

    /** A file's content that this person uploaded; empty where there is none. */
    Optional<Blobs.Blob> blob(String sha256, UUID userId) throws SQLException;

    /** A number that no ticket has. */
    long nextTicketNumber() throws SQLException;

    /**
     * Writes at the end of the history; the last thing that an edit does.
     *
     * @return the records as they stand now, in the same order
     */
    List<StoredRecord> write(List<RecordWrite> writes) throws SQLException;
}
