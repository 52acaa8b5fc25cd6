package org.waystation.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.mc.SQLiteMCChacha20Config;

/** The same encrypted database without anything of ours: what the machine can do at this moment. */
final class RawStore implements AutoCloseable {

    private static final int BATCH = 2_000;
    private static final int ROW = 600;

    private final Connection connection;

    RawStore(Path file) throws SQLException {
        connection = new SQLiteMCChacha20Config()
                .withRawUnsaltedKey(new byte[32])
                .build()
                .createConnection("jdbc:sqlite:" + file);
        execute("PRAGMA journal_mode = WAL");
        execute("PRAGMA cache_size = -32768");
        execute("CREATE TABLE raw (id INTEGER PRIMARY KEY, body BLOB)");
    }

    /** Rows a second, in transactions as large as the store's. */
    double insert(int rows) throws SQLException {
        execute("PRAGMA synchronous = NORMAL");
        long begin = System.nanoTime();
        byte[] body = new byte[ROW];
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO raw (body) VALUES (?)")) {
            for (int row = 0; row < rows; row++) {
                if (row % BATCH == 0) {
                    execute(row == 0 ? "BEGIN" : "COMMIT");
                    if (row > 0) {
                        execute("BEGIN");
                    }
                }
                insert.setBytes(1, body);
                insert.executeUpdate();
            }
        }
        execute("COMMIT");
        return rows / ((System.nanoTime() - begin) / 1e9);
    }

    /** One row changed and on disk, in milliseconds. */
    double save() throws SQLException {
        execute("PRAGMA synchronous = FULL");
        long begin = System.nanoTime();
        execute("UPDATE raw SET body = randomblob(600) WHERE id = 1 + abs(random()) % 1000");
        return (System.nanoTime() - begin) / 1e6;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
