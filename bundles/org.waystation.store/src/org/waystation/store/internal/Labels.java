package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;
import org.waystation.store.StoreException;

/**
 * What tickets are sorted, grouped and labelled by beyond their own fields: company names, users' names and kinds of
 * agreements, under short keys. A rename is one row, however many tickets show the name.
 */
final class Labels implements Projection {

    /** Stands for "none" of each kind, so that every ticket has a label and one without sorts last. */
    static final Map<EntityKind, Long> NONE =
            Map.of(EntityKind.COMPANY, 1L, EntityKind.USER, 2L, EntityKind.AGREEMENT, 3L);

    private final Session session;
    private final String table;
    private final Map<UUID, Long> known = new HashMap<>();

    Labels(Session session, Generation generation) {
        this.session = session;
        this.table = generation.label();
    }

    static void create(Session session, Generation generation) throws SQLException {
        String label = generation.label();
        // "sort" has no type on purpose: folded text for names, the rank of a known word, null for what is not known.
        session.execute("CREATE TABLE " + label
                + " (key INTEGER PRIMARY KEY, kind TEXT NOT NULL, id BLOB UNIQUE, sort, name TEXT NOT NULL)");
        session.execute("CREATE INDEX " + label + "_sort ON " + label + " (kind, sort)");
        for (Map.Entry<EntityKind, Long> none : NONE.entrySet()) {
            session.update(
                    "INSERT INTO " + label + " (key, kind, name) VALUES (?, ?, '')",
                    none.getValue(),
                    none.getKey().code());
        }
    }

    /** The key under which a record is, or will be, labelled. */
    long key(EntityKind kind, Optional<UUID> id) throws SQLException, StoreException {
        return id.isPresent() ? key(kind, id.get()) : none(kind);
    }

    private long key(EntityKind kind, UUID id) throws SQLException, StoreException {
        Long key = known.get(id);
        if (key == null) {
            key = find(id).orElse(null);
            if (key == null) {
                session.update(
                        "INSERT INTO " + table + " (kind, id, name) VALUES (?, ?, '')", kind.code(), Ids.bytes(id));
                key = find(id).orElseThrow();
            }
            known.put(id, key);
        }
        return key;
    }

    private Optional<Long> find(UUID id) throws SQLException, StoreException {
        return session.first("SELECT key FROM " + table + " WHERE id = ?", row -> row.getLong(1), Ids.bytes(id));
    }

    static long none(EntityKind kind) {
        Long key = NONE.get(kind);
        if (key == null) {
            throw new IllegalArgumentException("Records of kind " + kind + " are no labels.");
        }
        return key;
    }

    @Override
    public void replace(long rowkey, @Nullable EntityRecord before, @Nullable EntityRecord after)
            throws SQLException, StoreException {
        if (after != null) {
            String name = name(after);
            Object sort = after.kind().equals(EntityKind.AGREEMENT) ? Words.AGREEMENT.rank(name) : Folding.fold(name);
            write(after, sort, name);
        } else if (before != null) {
            write(before, null, "");
        }
    }

    private void write(EntityRecord record, @Nullable Object sort, String name) throws SQLException, StoreException {
        session.update(
                "UPDATE " + table + " SET sort = ?, name = ? WHERE key = ?",
                sort,
                name,
                key(record.kind(), record.id()));
    }

    private static String name(EntityRecord record) {
        try {
            return record.kind().equals(EntityKind.AGREEMENT)
                    ? new AgreementKind(record.fields().text("kind")).code()
                    : record.fields().text("name");
        } catch (MalformedRecordException e) {
            return ""; // shown without a name until the server sends a proper one
        }
    }
}
