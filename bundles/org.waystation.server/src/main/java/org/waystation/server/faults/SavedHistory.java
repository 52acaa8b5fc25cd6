package org.waystation.server.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.server.database.Database;
import org.waystation.server.database.DatabaseAccess;
import org.waystation.server.record.FeedWriter;
import org.waystation.server.record.Json;
import org.waystation.server.record.RecordWrite;

/** The history of the database, taken back and renamed as a restored backup does, and written to as a newer server does. */
final class SavedHistory {

    /** What a backup would bring back; accounts and tokens stay, so that nobody has to sign in again. */
    private static final List<String> TABLES =
            List.of("record", "record_count", "feed_head", "operation_result", "record_departure");

    private final DatabaseAccess owner;
    private final FeedWriter writer = new FeedWriter();

    SavedHistory(DatabaseAccess owner) {
        this.owner = owner;
    }

    /** Remembers how it is now. */
    void save() throws SQLException {
        inTransaction(connection -> {
            execute(connection, "lock table feed_head in share mode");
            execute(connection, "drop schema if exists faults_saved cascade");
            execute(connection, "create schema faults_saved");
            for (String table : TABLES) {
                execute(connection, "create table faults_saved." + table + " as table public." + table);
            }
        });
    }

    /** Goes back to how it was remembered, under another name. */
    void restore() throws SQLException {
        inTransaction(connection -> {
            execute(connection, "lock table " + String.join(", ", TABLES) + " in access exclusive mode");
            for (String table : TABLES) {
                String columns = String.join(", ", columns(connection, table));
                execute(connection, "truncate " + table);
                execute(
                        connection,
                        "insert into " + table + " (" + columns + ") select " + columns + " from faults_saved."
                                + table);
            }
            rename(connection);
        });
    }

    /** Gives it another name. */
    void rename() throws SQLException {
        inTransaction(SavedHistory::rename);
    }

    private static void rename(Connection connection) throws SQLException {
        execute(connection, "update server_meta set epoch = gen_random_uuid()");
    }

    /** What a newer server keeps: fields and words that nobody knows. */
    void writeUnknown() throws SQLException {
        inTransaction(connection -> {
            ObjectNode team = Json.object().put("name", "Night watch").put("horoscope", "good");
            team.putArray("members");
            team.putObject("mood").put("color", "green").put("since", 3.25);
            List<RecordWrite> writes = new ArrayList<>();
            writes.add(RecordWrite.created(new EntityKind("team"), UUID.randomUUID(), Optional.empty(), team));
            company(connection).ifPresent(id -> {
                ObjectNode asset = Json.object()
                        .put("companyId", id.toString())
                        .put("name", "Lobby hologram")
                        .put("kind", "hologram")
                        .put("state", "dreaming");
                writes.add(RecordWrite.created(new EntityKind("asset"), UUID.randomUUID(), Optional.of(id), asset));
            });
            writer.write(connection, writes);
        });
    }

    private static Optional<UUID> company(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id from record where kind = 'company' and deleted_at is null order by id limit 1")) {
            return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select quote_ident(attname) from pg_attribute where attrelid = 'public."
                                + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        try (Connection connection = Database.connect(owner)) {
            connection.setAutoCommit(false);
            work.run(connection);
            connection.commit();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
