package org.waystation.store.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Reads records as the technician sees them. */
@Component(service = Records.class)
public final class StoredRecords implements Records {

    private static final Comparator<EntityRecord> BY_NAME =
            Comparator.comparing(record -> Folding.fold(textOf(record, "name")));

    /** Both are RFC 3339 in UTC as the server writes them, which sort as text. */
    private static final Comparator<EntityRecord> BY_CREATION = Comparator.comparing(record -> {
        String created = textOf(record, "createdAt");
        return created.isEmpty() ? textOf(record, "startedAt") : created;
    });

    private final Database database;
    private final Commits commits;

    @Activate
    public StoredRecords(@Reference Database database, @Reference Commits commits) {
        this.database = database;
        this.commits = commits;
    }

    @Override
    public Optional<EntityRecord> find(RecordRef ref) throws StoreException {
        return database.read(snapshot -> snapshot.session()
                .first(
                        "SELECT " + RecordTable.VISIBLE + " FROM "
                                + snapshot.generation().record() + " WHERE id = ? AND kind = ? AND hidden = 0",
                        RecordTable::visible,
                        Ids.bytes(ref.id()),
                        ref.kind().code()));
    }

    @Override
    public Optional<EntityRecord> server(RecordRef ref) throws StoreException {
        return database.read(snapshot -> new RecordTable(
                                snapshot.session(),
                                snapshot.generation(),
                                RowKeys.of(snapshot.session(), snapshot.generation()))
                        .find(ref.id()))
                .filter(keyed -> !keyed.row().gone())
                .flatMap(keyed -> keyed.row().server());
    }

    @Override
    public Held held() throws StoreException {
        return database.read(snapshot -> {
            Map<EntityKind, Long> counts = new HashMap<>();
            snapshot.session()
                    .list(
                            "SELECT kind, count(*) FROM "
                                    + snapshot.generation().record() + " GROUP BY kind",
                            row -> counts.put(new EntityKind(row.getString(1)), row.getLong(2)));
            long pages = snapshot.session()
                    .first("PRAGMA page_count", row -> row.getLong(1))
                    .orElse(0L);
            long size = snapshot.session()
                    .first("PRAGMA page_size", row -> row.getLong(1))
                    .orElse(0L);
            return new Held(counts, pages * size);
        });
    }

    @Override
    public List<EntityRecord> referring(EntityKind kind, String field, UUID to) throws StoreException {
        ReferenceField reference = ReferenceField.of(kind, field)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Records of kind " + kind + " are not indexed by their field " + field + "."));
        List<EntityRecord> found = database.read(snapshot -> snapshot.session()
                .list(
                        "SELECT " + RecordTable.VISIBLE + " FROM "
                                + snapshot.generation().reference() + " JOIN "
                                + snapshot.generation().record()
                                + " ON rowkey = source WHERE target = ? AND field = ? ORDER BY source",
                        RecordTable::visible,
                        Ids.bytes(to),
                        reference.code()));
        return found.stream().sorted(BY_CREATION).toList();
    }

    @Override
    public List<EntityRecord> all(EntityKind kind) throws StoreException {
        // The index by kind holds the small kinds only; naming its condition lets SQLite use it.
        List<EntityRecord> found = database.read(snapshot -> snapshot.session()
                .list(
                        "SELECT " + RecordTable.VISIBLE + " FROM "
                                + snapshot.generation().record() + " WHERE kind = ? AND hidden = 0"
                                + (Generation.isSmall(kind) ? " AND " + Generation.SMALL_KINDS_SQL : ""),
                        RecordTable::visible,
                        kind.code()));
        return found.stream().sorted(BY_NAME).toList();
    }

    @Override
    public AutoCloseable onCommit(CommitListener listener) {
        return commits.listen(listener);
    }

    private static String textOf(EntityRecord record, String field) {
        return record.data().get(field) instanceof String text ? text : "";
    }
}
