package org.waystation.server.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.waystation.server.database.Migrations;
import org.waystation.server.record.Json;

/**
 * The whole database in one file, at one moment, while servers go on working: a zip with a manifest and each table as
 * PostgreSQL's COPY writes it. Tokens and codes are left out: after the way back everybody signs in again. The history
 * gets a new epoch then, since what happened after the backup is gone and clients must not go on from it.
 */
public final class Backup {

    private static final String MANIFEST = "manifest.json";
    private static final String FORMAT = "waystation-backup-1";
    private static final Set<String> LEFT_OUT = Set.of(
            "schema_step",
            "api_token",
            "refresh_token",
            "sign_in",
            "authorization_code",
            "device_grant",
            "one_time_link",
            "sign_in_failure",
            "quota");

    /**
     * Writes a backup.
     *
     * @param owner a connection of the owner; its transaction is read only
     * @return how many rows it holds
     */
    public long write(Connection owner, OutputStream out) throws SQLException, IOException {
        owner.setAutoCommit(false);
        owner.setReadOnly(true);
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            List<String> tables = tables(owner);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(Json.text(manifest(owner, tables)).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            long rows = 0;
            for (String table : tables) {
                zip.putNextEntry(new ZipEntry(table));
                rows += owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy " + table + " (" + String.join(", ", columns(owner, table)) + ") to stdout",
                                open(zip));
                zip.closeEntry();
            }
            return rows;
        } finally {
            owner.rollback();
        }
    }

    /** The copy ends its stream; the zip goes on. */
    private static OutputStream open(ZipOutputStream zip) {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static ObjectNode manifest(Connection owner, List<String> tables) throws SQLException {
        ObjectNode manifest = Json.object();
        manifest.put("format", FORMAT);
        manifest.put("madeAt", Instant.now().toString());
        ArrayNode steps = manifest.putArray("schemaSteps");
        texts(owner, "select name from schema_step order by number").forEach(steps::add);
        ObjectNode columns = manifest.putObject("tables");
        for (String table : tables) {
            ArrayNode names = columns.putArray(table);
            columns(owner, table).forEach(names::add);
        }
        ObjectNode sequences = manifest.putObject("sequences");
        for (String sequence : texts(owner, "select sequencename from pg_sequences where schemaname = 'public'")) {
            texts(owner, "select last_value from pg_sequences where sequencename = '" + sequence + "'").stream()
                    .forEach(value -> sequences.put(sequence, Long.parseLong(value)));
        }
        return manifest;
    }

    /** What others refer to comes before them, as loading needs it. */
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> waiting = new ArrayList<>(
                texts(connection, "select tablename from pg_tables where schemaname = 'public' order by tablename"));
        waiting.removeAll(LEFT_OUT);
        List<String> references = texts(
                connection,
                "select conrelid::regclass || ' ' || confrelid::regclass from pg_constraint"
                        + " where contype = 'f' and conrelid <> confrelid");
        List<String> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<String> ready = waiting.stream()
                    .filter(table -> waiting.stream().noneMatch(other -> references.contains(table + " " + other)))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + waiting);
            }
            ordered.addAll(ready);
            waiting.removeAll(ready);
        }
        return ordered;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return texts(
                connection,
                "select quote_ident(attname) from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum");
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                if (rows.getString(1) != null) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    /**
     * Fills an empty database from a backup: all of it or nothing.
     *
     * @param owner a connection of the owner, with auto-commit
     * @return how many rows there were
     * @throws IllegalStateException in words for the operator, if the file or the database is not right for it
     */
    public long restore(Connection owner, InputStream in) throws SQLException, IOException {
        if (!texts(owner, "select 1 from pg_tables where schemaname = 'public' and tablename = 'record'")
                        .isEmpty()
                && !texts(owner, "select 1 where exists (select from record) or exists (select from account)")
                        .isEmpty()) {
            throw new IllegalStateException(
                    "The database is not empty. Restore into a new one, and keep this one until you"
                            + " have looked at the other.");
        }
        try (ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(MANIFEST)) {
                throw new IllegalStateException("The file is not a backup of this server.");
            }
            JsonNode manifest = Json.mapper().readTree(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            if (!manifest.path("format").asText().equals(FORMAT)) {
                throw new IllegalStateException("The file is a backup of another kind or of a newer server.");
            }
            // The tables as they were; later steps then change what was loaded, as they do with a living database.
            new Migrations().runTo(owner, manifest.path("schemaSteps").size());
            owner.setAutoCommit(false);
            try {
                long rows = load(owner, zip, manifest);
                finish(owner, manifest);
                owner.commit();
                return rows;
            } catch (SQLException | IOException | RuntimeException e) {
                owner.rollback();
                throw e;
            } finally {
                owner.setAutoCommit(true);
            }
        }
    }

    private static long load(Connection owner, ZipInputStream zip, JsonNode manifest) throws SQLException, IOException {
        long rows = 0;
        List<String> missing = new ArrayList<>();
        manifest.path("tables").fieldNames().forEachRemaining(missing::add);
        for (String table : missing) {
            if (!table.matches("[a-z_]+")) {
                throw new IllegalStateException("The backup is damaged.");
            }
            execute(owner, "truncate " + table + " cascade");
        }
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String table = entry.getName();
            if (!missing.remove(table)) {
                throw new IllegalStateException("The backup is damaged: " + table + " is there twice or unexpected.");
            }
            List<String> columns = new ArrayList<>();
            manifest.path("tables").path(table).forEach(name -> columns.add(name.asText()));
            InputStream open = new FilterInputStream(zip) {
                @Override
                public void close() {
                    // The next table follows in the same file.
                }
            };
            rows += owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin", open);
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The backup is cut off: " + missing + " is missing.");
        }
        return rows;
    }

    private static void finish(Connection owner, JsonNode manifest) throws SQLException {
        for (var sequence : manifest.path("sequences").properties()) {
            try (PreparedStatement statement = owner.prepareStatement("select setval(?::regclass, ?)")) {
                statement.setString(1, sequence.getKey());
                statement.setLong(2, sequence.getValue().asLong());
                statement.execute();
            }
        }
        execute(owner, "update server_meta set epoch = gen_random_uuid()");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
