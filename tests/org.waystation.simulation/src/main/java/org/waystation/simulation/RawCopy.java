package org.waystation.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sqlite.mc.SQLiteMCChacha20Config;

/**
 * What the database could do at best with what a store holds: every row of every table of it, bound and inserted by one
 * prepared statement a table into a new file with the same cipher, settings, tables and indexes, table by table in the
 * order in which the rows came. There is no network, no JSON and nothing to work out, and nobody reads meanwhile; what
 * the store builds at its end, its indexes by order, is built at the end here as well. Only the time within the database
 * counts.
 */
final class RawCopy implements AutoCloseable {

    /** As many records as a snapshot writes in one transaction; rows, here. */
    private static final int BATCH = 5_000;

    /** The store's own tables have the number of their copy at the end; parts of a full-text index have more. */
    private static final String TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name GLOB "
            + "'*_[0-9]*' AND name NOT GLOB 'ticket_text_*_*' ORDER BY rowid";

    private static final String INDEXES =
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
                    + "AND name GLOB '*_[0-9]*' ORDER BY rowid";

    private final Connection from;
    private final Connection to;
    private long nanos;

    private RawCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** A table or an index, and the statement that makes it. */
    private record Made(String name, String sql) {

        boolean isByOrder() {
            return name.contains("_by_");
        }

        boolean isWords() {
            return name.startsWith("ticket_text_");
        }
    }

    /**
     * Seconds that it takes.
     *
     * @param store holds the store's files
     * @param key of the store
     */
    static double seconds(Path store, byte[] key, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (RawCopy copy =
                new RawCopy(open(store.resolve("store.db"), key), open(folder.resolve("copy.db"), new byte[32]))) {
            copy.run();
            return copy.nanos / 1e9;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static Connection open(Path file, byte[] key) throws SQLException {
        Connection connection =
                new SQLiteMCChacha20Config().withRawUnsaltedKey(key).build().createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA cache_size = -32768");
            statement.execute("PRAGMA secure_delete = FAST");
            statement.execute("PRAGMA temp_store = MEMORY");
            statement.execute("PRAGMA wal_autocheckpoint = 16000");
        }
        return connection;
    }

    private void run() throws SQLException {
        List<Made> tables = made(TABLES);
        List<Made> indexes = made(INDEXES);
        for (Made each : tables) {
            execute(each.sql());
        }
        for (Made each : indexes) {
            if (!each.isByOrder()) {
                execute(each.sql());
            }
        }
        to.setAutoCommit(false);
        for (Made table : tables) {
            if (table.isWords()) {
                copyWords(table.name());
            } else {
                copy(table.name());
            }
        }
        to.setAutoCommit(true);
        long began = System.nanoTime();
        for (Made each : indexes) {
            if (each.isByOrder()) {
                execute(each.sql());
            }
        }
        nanos += System.nanoTime() - began;
    }

    private List<Made> made(String query) throws SQLException {
        List<Made> found = new ArrayList<>();
        try (Statement statement = from.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(new Made(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = to.createStatement()) {
            statement.execute(sql);
        }
    }

    /** In the order in which records came, by the short key of the record that each row belongs to. */
    private void copy(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = from.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (rows.next()) {
                columns.add(rows.getString(2));
            }
        }
        String order = "";
        for (String key : List.of("rowkey", "source", "ticket")) {
            if (columns.contains(key) && order.isEmpty()) {
                order = " ORDER BY " + key;
            }
        }
        String names = String.join(", ", columns);
        insert(
                "SELECT " + names + " FROM " + table + order,
                "INSERT INTO " + table + " (" + names + ") VALUES ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                columns.size());
    }

    /** The words are kept nowhere but in the index; they are the number and the subject. */
    private void copyWords(String table) throws SQLException {
        String number = table.substring("ticket_text_".length());
        insert(
                "SELECT t.rowkey, coalesce(t.number || ' ', '') || s.subject FROM ticket_" + number + " t JOIN subject_"
                        + number + " s ON s.rowkey = t.rowkey ORDER BY t.rowkey",
                "INSERT INTO " + table + " (rowid, words) VALUES (?, ?)",
                2);
    }

    private void insert(String query, String sql, int columns) throws SQLException {
        try (Statement reading = from.createStatement();
                ResultSet rows = reading.executeQuery(query);
                PreparedStatement insert = to.prepareStatement(sql)) {
            int inserted = 0;
            while (rows.next()) {
                Object[] values = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = rows.getObject(i + 1);
                }
                long began = System.nanoTime();
                for (int i = 0; i < columns; i++) {
                    if (values[i] instanceof byte[] bytes) {
                        insert.setBytes(i + 1, bytes);
                    } else {
                        insert.setObject(i + 1, values[i]);
                    }
                }
                insert.executeUpdate();
                if (++inserted % BATCH == 0) {
                    to.commit();
                }
                nanos += System.nanoTime() - began;
            }
            long began = System.nanoTime();
            to.commit();
            nanos += System.nanoTime() - began;
        }
    }

    @Override
    public void close() throws SQLException {
        to.close();
        from.close();
    }
}
