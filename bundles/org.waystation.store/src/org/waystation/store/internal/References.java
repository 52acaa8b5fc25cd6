package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Which records point at a record. */
final class References {

    private final Session session;
    private final String insert;
    private final String delete;

    References(Session session, Generation generation) {
        this.session = session;
        insert = "INSERT OR IGNORE INTO " + generation.reference() + " (target, field, source) VALUES (?, ?, ?)";
        delete = "DELETE FROM " + generation.reference() + " WHERE target = ? AND field = ? AND source = ?";
    }

    /** As {@link Projection#replace}, of records that were read already. */
    void replace(long rowkey, Reading before, Reading after) throws SQLException {
        for (ReferenceField field :
                (after.targets().isEmpty() ? before : after).targets().keySet()) {
            replace(rowkey, field, before.targets(field), after.targets(field));
        }
    }

    private void replace(long rowkey, ReferenceField field, Set<UUID> old, Set<UUID> now) throws SQLException {
        for (UUID target : old) {
            if (!now.contains(target)) {
                session.update(delete, Ids.bytes(target), field.code(), rowkey);
            }
        }
        for (UUID target : now) {
            if (!old.contains(target)) {
                session.update(insert, Ids.bytes(target), field.code(), rowkey);
            }
        }
    }
}
