package org.waystation.store.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.waystation.store.Documents.Change;
import org.waystation.store.Documents.Document;
import org.waystation.store.StoreException;
import org.waystation.store.internal.text.TextIndexer;

/** What engines keep on this machine alone. */
final class DocumentTable {

    private static final Logger LOG = System.getLogger(DocumentTable.class.getName());

    private final Session session;

    DocumentTable(Session session) {
        this.session = session;
    }

    static void create(Session session) throws SQLException {
        session.execute("CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL,"
                + " PRIMARY KEY (collection, key)) WITHOUT ROWID");
    }

    Optional<byte[]> find(String collection, String key) throws SQLException, StoreException {
        return session.first(
                "SELECT body FROM document WHERE collection = ? AND key = ?", row -> row.getBytes(1), collection, key);
    }

    List<Document> all(String collection) throws SQLException, StoreException {
        return session.list(
                "SELECT key, body FROM document WHERE collection = ? ORDER BY key",
                row -> new Document(row.getString(1), row.getBytes(2)),
                collection);
    }

    List<Document> last(String collection, int limit) throws SQLException, StoreException {
        return session.list(
                "SELECT key, body FROM document WHERE collection = ? ORDER BY key DESC LIMIT ?",
                row -> new Document(row.getString(1), row.getBytes(2)),
                collection,
                limit);
    }

    void write(Change change) throws SQLException {
        if (change.body() == null) {
            session.update("DELETE FROM document WHERE collection = ? AND key = ?", change.collection(), change.key());
        } else {
            session.update(
                    "INSERT OR REPLACE INTO document (collection, key, body) VALUES (?, ?, ?)",
                    change.collection(),
                    change.key(),
                    change.body());
        }
    }

    /** Copies what can be read, up to the first bad page. */
    static void salvage(Session damaged, Session fresh) throws SQLException {
        try {
            DocumentTable target = new DocumentTable(fresh);
            damaged.list("SELECT collection, key, body FROM document", row -> {
                if (!row.getString(1).equals(TextIndexer.KEYS)) { // the full-text index is of the damaged rows
                    target.write(new Change(row.getString(1), row.getString(2), row.getBytes(3)));
                }
                return true;
            });
        } catch (SQLException | StoreException e) {
            LOG.log(Level.WARNING, "Not all that this machine alone knows can be read from the damaged data.", e);
        }
    }
}
