package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Optional;
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
        insert = "INSERT INTO " + generation.reference() + " (target, field, source) VALUES (?, ?, ?)";
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
        Optional<UUID> old = Optional.ofNullable(before).flatMap(field::target);
        Optional<UUID> now = Optional.ofNullable(after).flatMap(field::target);
        if (old.equals(now)) {
            return;
        }
        if (old.isPresent()) {
            session.update(delete, Ids.bytes(old.get()), field.code(), rowkey);
        }
        if (now.isPresent()) {
            session.update(insert, Ids.bytes(now.get()), field.code(), rowkey);
        }
    }
}
