package org.waystation.server.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.file.Blobs;

/** The records in the database, within the transaction of one connection. */
public final class DatabaseLedger implements Ledger {

    private final Connection connection;
    private final RecordTable records = new RecordTable();
    private final FeedWriter feed = new FeedWriter();

    public DatabaseLedger(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<StoredRecord> hold(UUID id) throws SQLException {
        return records.hold(connection, id);
    }

    @Override
    public Map<UUID, StoredRecord> share(Collection<UUID> ids) throws SQLException {
        return records.share(connection, ids);
    }

    @Override
    public List<StoredRecord> holdParts(EntityKind kind, UUID id) throws SQLException {
        return records.holdParts(connection, kind, id);
    }

    @Override
    public Optional<StoredRecord> lastAuditEntry(UUID deviceId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 1))")) {
            statement.setString(1, deviceId.toString());
            statement.execute();
        }
        return records.lastAuditEntry(connection, deviceId);
    }

    @Override
    public Optional<EntityKind> referrer(EntityKind kind, UUID id) throws SQLException {
        return records.referrer(connection, kind, id);
    }

    @Override
    public Optional<Blobs.Blob> blob(String sha256, UUID userId) throws SQLException {
        return Blobs.heldBy(connection, sha256, userId);
    }

    @Override
    public long nextTicketNumber() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select nextval('ticket_number')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public List<StoredRecord> write(List<RecordWrite> writes) throws SQLException {
        return feed.write(connection, writes);
    }
}
