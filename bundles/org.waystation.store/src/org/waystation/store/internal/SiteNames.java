package org.waystation.store.internal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;

/** Names of sites, by which assets are sorted and grouped. */
final class SiteNames implements Projection {

    private final Session session;
    private final String table;

    SiteNames(Session session, Generation generation) {
        this.session = session;
        this.table = generation.site();
    }

    static void create(Session session, Generation generation) throws SQLException {
        session.execute("CREATE TABLE IF NOT EXISTS " + generation.site()
                + " (id BLOB PRIMARY KEY, sort TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID");
    }

    @Override
    public void replace(long rowkey, @Nullable EntityRecord before, @Nullable EntityRecord after) throws SQLException {
        if (after != null) {
            String name = name(after);
            session.update(
                    "INSERT OR REPLACE INTO " + table + " (id, sort, name) VALUES (?, ?, ?)",
                    Ids.bytes(after.id()),
                    Folding.fold(name),
                    name);
        } else if (before != null) {
            session.update("DELETE FROM " + table + " WHERE id = ?", Ids.bytes(before.id()));
        }
    }

    private static String name(EntityRecord site) {
        try {
            return site.fields().text("name");
        } catch (MalformedRecordException e) {
            return ""; // shown without a name until the server sends a proper one
        }
    }
}
