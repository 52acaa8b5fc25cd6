package org.waystation.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The way to the database, embedded or of the operator's own, as its owner and as the role that the server works as. */
public final class Reach implements AutoCloseable {

    private final DatabaseAccess owner;
    private final DatabaseAccess server;
    private final Deque<AutoCloseable> parts;

    private Reach(DatabaseAccess owner, DatabaseAccess server, Deque<AutoCloseable> parts) {
        this.owner = owner;
        this.server = server;
        this.parts = parts;
    }

    /**
     * A PostgreSQL of the operator's own.
     *
     * @param ownerUrl the same database as the owner of the tables; empty where that is the server's role too
     */
    public static Reach external(String url, Optional<String> ownerUrl) {
        DatabaseAccess server = new DatabaseAccess(url, "", "");
        return new Reach(
                ownerUrl.map(text -> new DatabaseAccess(text, "", "")).orElse(server), server, new ArrayDeque<>());
    }

    /** The embedded one, started here, and nobody else's until this is closed. */
    public static Reach embedded(Path folder) throws IOException, SQLException {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        DataFolder held = DataFolder.open(folder);
        parts.push(held);
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(held);
            parts.push(database);
            return new Reach(database.owner(), database.server(), parts);
        } catch (IOException | SQLException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** The embedded one: that of a server that runs, or started here where none does. */
    public static Reach embeddedOrRunning(Path folder) throws IOException, SQLException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no data folder " + folder + ".");
        }
        try {
            return embedded(folder);
        } catch (DataFolder.HeldException e) {
            return new Reach(
                    EmbeddedDatabase.ownerOfRunning(folder),
                    EmbeddedDatabase.serverOfRunning(folder),
                    new ArrayDeque<>());
        }
    }

    public DatabaseAccess owner() {
        return owner;
    }

    public DatabaseAccess server() {
        return server;
    }

    /** Brings the schema forward and grants the roles what they need. */
    public void prepare() throws SQLException {
        String login;
        try (Connection connection = Database.connect(server)) {
            new Roles().requireRoles(connection);
            login = connection.getMetaData().getUserName();
        }
        try (Connection connection = Database.connect(owner)) {
            new Migrations().run(connection);
            new Roles().grant(connection, login);
        }
    }

    @Override
    public void close() throws IOException {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IOException("The database did not stop cleanly.", e);
            }
        }
    }
}
