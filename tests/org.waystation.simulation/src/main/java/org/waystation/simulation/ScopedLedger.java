package org.waystation.simulation;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.waystation.api.record.EntityKind;
import org.waystation.server.file.Blobs;
import org.waystation.server.record.Ledger;
import org.waystation.server.record.RecordWrite;
import org.waystation.server.record.StoredRecord;

/** The server's records as one caller's transaction sees them: what is out of scope is not there. */
record ScopedLedger(Ledger all, Predicate<StoredRecord> inScope) implements Ledger {

    @Override
    public Optional<StoredRecord> hold(UUID id) throws SQLException {
        return all.hold(id).filter(inScope);
    }

    @Override
    public Map<UUID, StoredRecord> share(Collection<UUID> ids) throws SQLException {
        Map<UUID, StoredRecord> found = new LinkedHashMap<>(all.share(ids));
        found.values().removeIf(inScope.negate());
        return found;
    }

    @Override
    public List<StoredRecord> holdParts(EntityKind kind, UUID id) throws SQLException {
        return all.holdParts(kind, id).stream().filter(inScope).toList();
    }

    @Override
    public Optional<StoredRecord> lastAuditEntry(UUID deviceId) throws SQLException {
        return all.lastAuditEntry(deviceId);
    }

    @Override
    public Optional<EntityKind> referrer(EntityKind kind, UUID id) throws SQLException {
        return all.referrer(kind, id);
    }

    @Override
    public Optional<Blobs.Blob> blob(String sha256, UUID userId) throws SQLException {
        return all.blob(sha256, userId);
    }

    @Override
    public long nextTicketNumber() throws SQLException {
        return all.nextTicketNumber();
    }

    @Override
    public List<StoredRecord> write(List<RecordWrite> writes) throws SQLException {
        return all.write(writes);
    }
}
