package org.waystation.server.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.database.Database;

/** Contents that are complete, each kept once. */
public final class Blobs {

    private final Database database;

    public Blobs(Database database) {
        this.database = database;
    }

    /**
     * A content.
     *
     * @param uploadId whose pieces it is made of
     */
    public record Blob(String sha256, long size, String mediaType, UUID uploadId) {}

    /** Keeps a content, or notes that somebody else has it too; then its pieces are not kept twice. */
    static void keep(Connection connection, String sha256, long size, String mediaType, UUID uploadId, UUID userId)
            throws SQLException {
        boolean isNew;
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into blob (sha256, size, media_type, upload_id) values (?, ?, ?, ?) on conflict do nothing")) {
            statement.setString(1, sha256);
            statement.setLong(2, size);
            statement.setString(3, mediaType);
            statement.setObject(4, uploadId);
            isNew = statement.executeUpdate() == 1;
        }
        if (!isNew) {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from upload_piece where upload_id = ?")) {
                statement.setObject(1, uploadId);
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into blob_holder (sha256, user_id) values (?, ?) on conflict do nothing")) {
            statement.setString(1, sha256);
            statement.setObject(2, userId);
            statement.executeUpdate();
        }
    }

    /** Stores a content that came by no upload, such as one of the sample data. */
    public static void store(Connection connection, String sha256, byte[] content, String mediaType)
            throws SQLException {
        UUID id = UUID.nameUUIDFromBytes(sha256.getBytes(StandardCharsets.US_ASCII));
        try (PreparedStatement statement = connection.prepareStatement("""
                with made as (
                    insert into upload (id, user_id, length, received, sha256, complete, expires_at)
                    values (?, ?, ?, ?, ?, true, now()) returning id
                ), piece as (
                    insert into upload_piece (upload_id, place, content) select id, 0, ? from made
                )
                insert into blob (sha256, size, media_type, upload_id) select ?, ?, ?, id from made""")) {
            statement.setObject(1, id);
            statement.setObject(2, id);
            statement.setLong(3, content.length);
            statement.setLong(4, content.length);
            statement.setString(5, sha256);
            statement.setBytes(6, content);
            statement.setString(7, sha256);
            statement.setLong(8, content.length);
            statement.setString(9, mediaType);
            statement.executeUpdate();
        }
    }

    /** A content that this person has uploaded; who only knows its hash has no claim to it. */
    public static Optional<Blob> heldBy(Connection connection, String sha256, UUID userId) throws SQLException {
        return find(
                connection,
                "select b.sha256, b.size, b.media_type, b.upload_id from blob b join blob_holder h using (sha256)"
                        + " where b.sha256 = ? and h.user_id = ?",
                sha256,
                userId);
    }

    /** A content, whoever uploaded it. */
    public Optional<Blob> find(String sha256) throws SQLException {
        try (Connection connection = database.connect()) {
            return find(connection, "select sha256, size, media_type, upload_id from blob where sha256 = ?", sha256);
        }
    }

    private static Optional<Blob> find(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Blob(
                                rows.getString(1), rows.getLong(2), rows.getString(3), rows.getObject(4, UUID.class)))
                        : Optional.empty();
            }
        }
    }

    /** Writes a part of a content, piece by piece: memory does not grow with it. */
    public void write(Blob blob, long from, long length, OutputStream out) throws SQLException, IOException {
        long at = from;
        long end = from + length;
        while (at < end) {
            byte[] piece;
            long place;
            try (Connection connection = database.connect();
                    PreparedStatement statement = connection.prepareStatement(
                            "select place, content from upload_piece where upload_id = ? and place <= ?"
                                    + " order by place desc limit 1")) {
                statement.setObject(1, blob.uploadId());
                statement.setLong(2, at);
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new IOException("A piece of a file is missing.");
                    }
                    place = rows.getLong(1);
                    piece = rows.getBytes(2);
                }
            }
            int start = Math.toIntExact(at - place);
            int count = Math.toIntExact(Math.min(piece.length - start, end - at));
            if (count <= 0) {
                throw new IOException("A piece of a file is missing.");
            }
            out.write(piece, start, count);
            at += count;
        }
    }
}
