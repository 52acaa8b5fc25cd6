package org.waystation.server.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.database.Database;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Hashes;

/**
 * Uploads under way. Every piece is committed as it comes, so that a connection that breaks loses at most one piece, and
 * any server of several can take the next.
 */
public final class Uploads {

    public static final long MAX_BYTES = 256L * 1024 * 1024;
    public static final Duration KEPT = Duration.ofDays(2);
    private static final int PIECE = 512 * 1024;

    private final Database database;

    public Uploads(Database database) {
        this.database = database;
    }

    /**
     * An upload.
     *
     * @param sha256 what its maker says it is; empty where it did not say
     */
    public record Upload(UUID id, UUID userId, long length, long offset, String sha256, Instant expiresAt) {}

    /** Begins one. Forgets those that were left lying. */
    public Upload begin(UUID id, UUID userId, long length, String sha256) throws SQLException {
        return database.inTransaction(connection -> {
            try (PreparedStatement forget =
                    connection.prepareStatement("delete from upload where expires_at < now() and not complete")) {
                forget.executeUpdate();
            }
            Instant expires = Instant.now().plus(KEPT);
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into upload (id, user_id, length, sha256, expires_at) values (?, ?, ?, ?, ?)")) {
                statement.setObject(1, id);
                statement.setObject(2, userId);
                statement.setLong(3, length);
                statement.setString(4, sha256);
                statement.setObject(5, OffsetDateTime.ofInstant(expires, ZoneOffset.UTC));
                statement.executeUpdate();
            }
            if (length == 0) {
                complete(connection, new Upload(id, userId, 0, 0, sha256, expires));
            }
            return new Upload(id, userId, length, 0, sha256, expires);
        });
    }

    /** Empty where it is another's, over, or never was. */
    public Optional<Upload> find(UUID id, UUID userId) throws SQLException {
        try (Connection connection = database.connect()) {
            return find(connection, id, userId, "");
        }
    }

    private static Optional<Upload> find(Connection connection, UUID id, UUID userId, String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select length, received, sha256, expires_at from upload where id = ? and user_id = ?"
                        + " and expires_at > now()" + lock)) {
            statement.setObject(1, id);
            statement.setObject(2, userId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Upload(
                                id,
                                userId,
                                rows.getLong(1),
                                rows.getLong(2),
                                rows.getString(3),
                                rows.getObject(4, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        }
    }

    /**
     * Adds what comes, piece by piece, and completes the upload with the last one.
     *
     * @return where it stands now
     * @throws ProblemException if more comes than was announced, or another content than its SHA-256 says
     */
    public long append(UUID id, UUID userId, long from, InputStream in) throws SQLException, IOException {
        long offset = from;
        byte[] buffer = new byte[PIECE];
        for (int read = in.readNBytes(buffer, 0, PIECE); read > 0; read = in.readNBytes(buffer, 0, PIECE)) {
            byte[] piece = Arrays.copyOf(buffer, read);
            long at = offset;
            offset = database.inTransaction(connection -> add(connection, id, userId, at, piece));
        }
        return offset;
    }

    private static long add(Connection connection, UUID id, UUID userId, long at, byte[] piece) throws SQLException {
        Upload upload = find(connection, id, userId, " for update")
                .orElseThrow(() -> new ProblemException(ProblemCode.UPLOAD_GONE, "Begin again."));
        if (upload.offset() != at) {
            throw new ProblemException(ProblemCode.UPLOAD_CONFLICT, "It stands at " + upload.offset() + ".");
        }
        if (at + piece.length > upload.length()) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "More came than Upload-Length said.");
        }
        try (PreparedStatement statement =
                connection.prepareStatement("insert into upload_piece (upload_id, place, content) values (?, ?, ?)")) {
            statement.setObject(1, id);
            statement.setLong(2, at);
            statement.setBytes(3, piece);
            statement.executeUpdate();
        }
        long now = at + piece.length;
        try (PreparedStatement statement = connection.prepareStatement("update upload set received = ? where id = ?")) {
            statement.setLong(1, now);
            statement.setObject(2, id);
            statement.executeUpdate();
        }
        if (now == upload.length()) {
            complete(connection, upload);
        }
        return now;
    }

    private static void complete(Connection connection, Upload upload) throws SQLException {
        MessageDigest digest = Hashes.newSha256();
        byte[] start = {};
        try (PreparedStatement statement =
                connection.prepareStatement("select content from upload_piece where upload_id = ? order by place")) {
            statement.setObject(1, upload.id());
            statement.setFetchSize(4);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byte[] piece = rows.getBytes(1);
                    start = start.length == 0 ? piece : start;
                    digest.update(piece);
                }
            }
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (!upload.sha256().isEmpty() && !upload.sha256().equals(sha256)) {
            throw new ProblemException(ProblemCode.CHECKSUM_MISMATCH, "Send it again from the start.");
        }
        Blobs.keep(connection, sha256, upload.length(), MediaTypes.sniff(start), upload.id(), upload.userId());
        try (PreparedStatement statement =
                connection.prepareStatement("update upload set sha256 = ?, complete = true where id = ?")) {
            statement.setString(1, sha256);
            statement.setObject(2, upload.id());
            statement.executeUpdate();
        }
    }

    /** Gives up an upload that is not complete. */
    public void abandon(UUID id, UUID userId) throws SQLException {
        database.inTransaction(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from upload where id = ? and user_id = ? and not complete")) {
                statement.setObject(1, id);
                statement.setObject(2, userId);
                return statement.executeUpdate();
            }
        });
    }
}
