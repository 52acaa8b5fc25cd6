package org.waystation.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.store.StoreException;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.KeyOwner;
import org.waystation.store.blob.Uploads.Upload;

/** Contents on their way to the server, each with the operation that waits for it. */
final class UploadTable {

    /** Condition that an operation {@code mine} waits for no content. */
    static final String NONE_FOR_MINE = "NOT EXISTS (SELECT 1 FROM upload WHERE upload.operation = mine.id)";

    private static final String SELECT =
            "SELECT operation, attachment, company, sha256, size, location, problem FROM upload ";

    private final Session session;

    UploadTable(Session session) {
        this.session = session;
    }

    static void create(Session session) throws SQLException {
        session.execute("CREATE TABLE upload (turn INTEGER PRIMARY KEY AUTOINCREMENT, operation BLOB NOT NULL UNIQUE, "
                + "attachment BLOB NOT NULL, company BLOB, sha256 TEXT NOT NULL, size INTEGER NOT NULL, "
                + "location TEXT, problem TEXT)");
        session.execute("CREATE INDEX upload_attachment ON upload (attachment)");
    }

    void add(UUID operation, UUID attachment, Blob blob) throws SQLException {
        session.update(
                "INSERT INTO upload (operation, attachment, company, sha256, size) VALUES (?, ?, ?, ?, ?)",
                Ids.bytes(operation),
                Ids.bytes(attachment),
                blob.owner().company().map(Ids::bytes).orElse(null),
                blob.sha256(),
                blob.size());
    }

    List<Upload> all() throws SQLException, StoreException {
        return session.list(SELECT + "ORDER BY turn", UploadTable::upload);
    }

    Optional<Upload> ofAttachment(UUID attachment) throws SQLException, StoreException {
        return session.first(SELECT + "WHERE attachment = ?", UploadTable::upload, Ids.bytes(attachment));
    }

    Optional<Upload> of(UUID operation) throws SQLException, StoreException {
        return session.first(SELECT + "WHERE operation = ?", UploadTable::upload, Ids.bytes(operation));
    }

    void locate(UUID operation, @Nullable String location) throws SQLException {
        session.update("UPDATE upload SET location = ? WHERE operation = ?", location, Ids.bytes(operation));
    }

    void problem(UUID operation, @Nullable String problem) throws SQLException {
        session.update("UPDATE upload SET problem = ? WHERE operation = ?", problem, Ids.bytes(operation));
    }

    /** Another operation makes the attachment now. */
    void exchange(UUID operation, UUID other) throws SQLException {
        session.update("UPDATE upload SET operation = ? WHERE operation = ?", Ids.bytes(other), Ids.bytes(operation));
    }

    void remove(UUID operation) throws SQLException {
        session.update("DELETE FROM upload WHERE operation = ?", Ids.bytes(operation));
    }

    private static Upload upload(ResultSet row) throws SQLException {
        byte @Nullable [] company = row.getBytes(3);
        return new Upload(
                Ids.uuid(row.getBytes(1)),
                Ids.uuid(row.getBytes(2)),
                new Blob(
                        company == null ? KeyOwner.PROFILE : KeyOwner.of(Ids.uuid(company)),
                        row.getString(4),
                        row.getLong(5)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)));
    }
}
