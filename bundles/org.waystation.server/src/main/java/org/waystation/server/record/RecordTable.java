package org.waystation.server.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.kind.FieldDefinition;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;

/** Reads single records, with the locks that an edit needs. */
public final class RecordTable {

    private static final String COLUMNS = "kind, id, company_id, version, seq, deleted_at is not null, data::text";

    /** The record or its tombstone. */
    public Optional<StoredRecord> find(Connection connection, UUID id) throws SQLException {
        return query(connection, "select " + COLUMNS + " from record where id = ?", id).stream()
                .findFirst();
    }

    /**
     * The record or its tombstone, held for an edit until the transaction ends. An id that does not exist yet is held
     * too, so that two cannot make the same record at once.
     */
    public Optional<StoredRecord> hold(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, id.toString());
            statement.execute();
        }
        return query(connection, "select " + COLUMNS + " from record where id = ? for update", id).stream()
                .findFirst();
    }

    /** The live ones of these records, kept from changing until the transaction ends; locked in the order of ids. */
    public Map<UUID, StoredRecord> share(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, StoredRecord> byId = new HashMap<>();
        if (!ids.isEmpty()) {
            String sql =
                    "select " + COLUMNS + " from record where id = any(?) and deleted_at is null order by id for share";
            for (StoredRecord found : query(connection, sql, connection.createArrayOf("uuid", ids.toArray()))) {
                byId.put(found.id(), found);
            }
        }
        return byId;
    }

    /** The live parts of a record and the parts of these, held for an edit. */
    public List<StoredRecord> holdParts(Connection connection, EntityKind kind, UUID id) throws SQLException {
        List<StoredRecord> all = new ArrayList<>();
        List<UUID> wholes = List.of(id);
        // Kinds form no circles: a part of a part is not a whole again.
        for (KindDefinition part : Kinds.all()) {
            if (part.isPartOf(kind)) {
                List<StoredRecord> found = partsOf(connection, part, wholes);
                all.addAll(found);
                all.addAll(partsOfParts(connection, part.kind(), found));
            }
        }
        return all;
    }

    private static List<StoredRecord> partsOfParts(Connection connection, EntityKind kind, List<StoredRecord> wholes)
            throws SQLException {
        List<StoredRecord> all = new ArrayList<>();
        for (KindDefinition part : Kinds.all()) {
            if (part.isPartOf(kind) && !wholes.isEmpty()) {
                all.addAll(partsOf(
                        connection, part, wholes.stream().map(StoredRecord::id).toList()));
            }
        }
        return all;
    }

    private static List<StoredRecord> partsOf(Connection connection, KindDefinition part, List<UUID> wholes)
            throws SQLException {
        String sql = "select " + COLUMNS + " from record where deleted_at is null and kind = '"
                + part.kind().code() + "' and "
                + RecordColumns.isAnyOfParameter(part.kind(), part.parent().orElseThrow())
                + " order by id for update";
        return query(connection, sql, connection.createArrayOf("text", wholes.toArray()));
    }

    /** The last entry of a device's audit chain. */
    public Optional<StoredRecord> lastAuditEntry(Connection connection, UUID deviceId) throws SQLException {
        return query(
                        connection,
                        "select " + COLUMNS + " from record where kind = 'auditEntry' and holder_id = ?"
                                + " order by number desc limit 1",
                        deviceId)
                .stream()
                .findFirst();
    }

    /** The kind of some live record that refers to this one and is not a part of it; empty where there is none. */
    public Optional<EntityKind> referrer(Connection connection, EntityKind kind, UUID id) throws SQLException {
        for (KindDefinition candidate : Kinds.all()) {
            for (FieldDefinition field : candidate.references()) {
                boolean refers = field.type() instanceof FieldType.Reference reference
                        && reference.target().equals(kind)
                        && candidate.parent().filter(field.name()::equals).isEmpty();
                if (refers && refersTo(connection, candidate.kind(), field.name(), id)) {
                    return Optional.of(candidate.kind());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean refersTo(Connection connection, EntityKind from, String field, UUID id) throws SQLException {
        // The names are literals from the declaration, so that the planner can match them with the partial indexes; the
        // order makes it take one: without it, it hopes to find the first row sooner by reading the table.
        String sql = "select 1 from record where kind = '" + from.code() + "' and deleted_at is null and "
                + RecordColumns.equalsParameter(from, field) + " order by id limit 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id.toString());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static List<StoredRecord> query(Connection connection, String sql, Object parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                List<StoredRecord> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        }
    }

    /** Reads a row with the columns kind, id, company, version, seq, deleted, data. */
    private static StoredRecord read(ResultSet rows) throws SQLException {
        return new StoredRecord(
                new EntityKind(rows.getString(1)),
                rows.getObject(2, UUID.class),
                Optional.ofNullable(rows.getObject(3, UUID.class)),
                rows.getLong(4),
                rows.getLong(5),
                rows.getBoolean(6),
                Json.parseStored(rows.getString(7)));
    }
}
