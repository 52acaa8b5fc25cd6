package org.waystation.store.internal;

import java.sql.SQLException;
import org.waystation.api.record.EntityKind;
import org.waystation.store.internal.text.TextOf;

/** Rows whose text may be another one since they were indexed; written with the change itself. */
final class TextChanges {

    private final Session session;
    private final Generation generation;

    TextChanges(Session session, Generation generation) {
        this.session = session;
        this.generation = generation;
    }

    static void create(Session session) throws SQLException {
        session.execute("CREATE TABLE text_change (turn INTEGER PRIMARY KEY AUTOINCREMENT, "
                + "generation INTEGER NOT NULL, source INTEGER NOT NULL)");
    }

    void add(EntityKind kind, long rowkey) throws SQLException {
        if (TextOf.has(kind)) {
            session.update("INSERT INTO text_change (generation, source) VALUES (?, ?)", generation.number(), rowkey);
        }
    }
}
