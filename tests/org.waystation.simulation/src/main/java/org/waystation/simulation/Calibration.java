package org.waystation.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.sqlite.mc.SQLiteMCChacha20Config;
import org.waystation.server.record.Json;

/** What the machine, the network and the libraries could do at best, with nothing of ours in between. */
final class Calibration {

    private static final int ROUND_TRIPS = 20;

    /** As many as a snapshot writes in one transaction. */
    private static final int BATCH = 2_000;

    /** So many rows say how fast rows go in; no more are needed for it. */
    private static final int ROWS = 200_000;

    private Calibration() {}

    /** The snapshot read and thrown away. */
    record Http(long records, double seconds) {}

    static Http http(URI server, String token) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long records = 0;
        try (BufferedReader reader = snapshot(server, token)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                records += line.startsWith("{\"kind\"") ? 1 : 0;
            }
        }
        return new Http(records, (System.nanoTime() - began) / 1e9);
    }

    /** The same records put into an encrypted table of the same columns and one unique index, and nothing else. */
    static double inserts(Path folder, URI server, String token) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Connection connection = new SQLiteMCChacha20Config()
                        .withRawUnsaltedKey(new byte[32])
                        .build()
                        .createConnection("jdbc:sqlite:" + folder.resolve("raw.db"));
                Statement statement = connection.createStatement();
                BufferedReader reader = snapshot(server, token)) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA cache_size = -32768");
            statement.execute("CREATE TABLE record (rowkey INTEGER PRIMARY KEY, kind TEXT NOT NULL, id BLOB NOT NULL, "
                    + "version INTEGER NOT NULL, seq INTEGER NOT NULL, data BLOB NOT NULL)");
            statement.execute("CREATE UNIQUE INDEX record_id ON record (id)");
            connection.setAutoCommit(false);
            return insert(connection, reader);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Only the time within the database counts. */
    private static double insert(Connection connection, BufferedReader reader) throws SQLException, IOException {
        long nanos = 0;
        long rows = 0;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO record (kind, id, version, seq, data) VALUES (?, ?, ?, ?, ?)")) {
            for (String line = reader.readLine(); line != null && rows < ROWS; line = reader.readLine()) {
                JsonNode record = Json.mapper().readTree(line);
                if (!record.has("kind")) {
                    continue;
                }
                byte[] data = Json.text(record.path("data")).getBytes(StandardCharsets.UTF_8);
                UUID id = UUID.fromString(record.path("id").asText());
                byte[] key = java.nio.ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
                long began = System.nanoTime();
                insert.setString(1, record.path("kind").asText());
                insert.setBytes(2, key);
                insert.setLong(3, record.path("version").asLong());
                insert.setLong(4, record.path("seq").asLong());
                insert.setBytes(5, data);
                insert.executeUpdate();
                if (++rows % BATCH == 0) {
                    connection.commit();
                }
                nanos += System.nanoTime() - began;
            }
            long began = System.nanoTime();
            connection.commit();
            nanos += System.nanoTime() - began;
        }
        return rows / (nanos / 1e9);
    }

    /** Seconds of one small request, on a connection that is open already. */
    static double roundTrip(URI server, String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = request(server, token, "v1/session");
            client.send(request, BodyHandlers.ofByteArray());
            long began = System.nanoTime();
            for (int i = 0; i < ROUND_TRIPS; i++) {
                client.send(request, BodyHandlers.ofByteArray());
            }
            return (System.nanoTime() - began) / 1e9 / ROUND_TRIPS;
        }
    }

    /** Bytes of a page of changes with its headers. */
    static long changesBytes(URI server, String token, String cursor) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    request(server, token, "v1/changes?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)),
                    BodyHandlers.ofByteArray());
            long headers = answer.headers().map().entrySet().stream()
                    .mapToLong(header -> header.getKey().length()
                            + header.getValue().toString().length())
                    .sum();
            return answer.body().length + headers;
        }
    }

    private static BufferedReader snapshot(URI server, String token) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        InputStream body = client.send(request(server, token, "v1/snapshot"), BodyHandlers.ofInputStream())
                .body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 1 << 16) {
            @Override
            public void close() throws IOException {
                super.close();
                client.shutdownNow();
            }
        };
    }

    private static HttpRequest request(URI server, String token, String path) {
        return HttpRequest.newBuilder(server.resolve("/" + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
