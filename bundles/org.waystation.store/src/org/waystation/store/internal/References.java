package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;

/** Which records point at a record. */
final class References implements Projection {

    private final Session session;
    private final String insert;
    private final String delete;

    References(Session session, Generation generation) {
        this.session = session;
        insert = "INSERT OR IGNORE INTO " + generation.reference() + " (target, field, source) VALUES (?, ?, ?)";
        delete = "DELETE FROM " + generation.reference() + " WHERE target = ? AND field = ? AND source = ?";
    }

    @Override
    public void replace(long rowkey, @Nullable EntityRecord before, @Nullable EntityRecord after) throws SQLException {
        EntityRecord either = after != null ? after : before;
        if (either != null) {
            for (ReferenceField field : ReferenceField.of(either.kind())) {
                replace(rowkey, field, before, after);
            }
        }
    }

    private void replace(long rowkey, ReferenceField field, @Nullable EntityRecord before, @Nullable EntityRecord after)
            throws SQLException {
        Set<UUID> old = before == null ? Set.of() : field.targets(before);
        Set<UUID> now = after == null ? Set.of() : field.targets(after);
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
