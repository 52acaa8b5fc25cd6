package org.waystation.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Durability;
import org.waystation.store.internal.Database.Snapshot;

/**
 * What the full-text index has to take in: first all rows in the order of their keys, which costs a first sync nothing,
 * then what was changed behind the place where that stands.
 */
@Component(service = TextFeed.class)
public final class TextFeed {

    private final Database database;

    @Activate
    public TextFeed(@Reference Database database) {
        this.database = database;
    }

    /**
     * Where the index stands.
     *
     * @param generation of the rows that are in it
     * @param row last row of those taken in order
     * @param turn last change that was taken in
     */
    public record Place(int generation, long row, long turn) {}

    /**
     * A row to take in.
     *
     * @param known whether it may be in the index already
     * @param record null where it is to be taken out
     */
    public record Entry(long row, boolean known, @Nullable EntityRecord record) {}

    /** Rows to take in, and where the index stands with them; none where it is up to date. */
    public record Batch(List<Entry> entries, Place after, boolean more) {}

    /** Empty before the first snapshot is whole: until then the processor is for that. */
    public Optional<Batch> next(Place from, int limit) throws StoreException {
        return database.read(snapshot -> new Meta(snapshot.session()).position().isEmpty()
                ? Optional.empty()
                : Optional.of(next(snapshot, from, limit)));
    }

    private static Batch next(Snapshot snapshot, Place from, int limit) throws SQLException, StoreException {
        Session session = snapshot.session();
        int generation = snapshot.generation().number();
        Place place = from.generation() == generation ? from : new Place(generation, 0, from.turn());
        List<Entry> entries = new ArrayList<>();
        long turn = place.turn();
        List<long[]> changes = session.list(
                "SELECT turn, source FROM text_change WHERE turn > ? AND generation = ? ORDER BY turn LIMIT ?",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                turn,
                generation,
                limit);
        for (long[] change : changes) {
            turn = change[0];
            if (change[1] <= place.row()) { // a later one is met in order
                entries.add(new Entry(change[1], true, visible(snapshot, change[1])));
            }
        }
        long last = place.row();
        if (changes.isEmpty()) {
            for (Entry entry : session.list(
                    "SELECT rowkey, hidden, kind, id, version, seq, data FROM "
                            + snapshot.generation().record() + " WHERE rowkey > ? ORDER BY rowkey LIMIT ?",
                    TextFeed::inOrder,
                    last,
                    limit)) {
                last = entry.row();
                entries.add(entry);
            }
        }
        return new Batch(entries, new Place(generation, last, turn), !changes.isEmpty() || !entries.isEmpty());
    }

    private static Entry inOrder(ResultSet row) throws SQLException, StoreException {
        return new Entry(row.getLong(1), false, row.getInt(2) != 0 ? null : RecordTable.fields(row));
    }

    private static @Nullable EntityRecord visible(Snapshot snapshot, long row) throws SQLException, StoreException {
        return snapshot.session()
                .first(
                        "SELECT kind, id, version, seq, data FROM "
                                + snapshot.generation().record() + " WHERE rowkey = ? AND hidden = 0",
                        RecordTable::fields,
                        row)
                .orElse(null);
    }

    /** Changes up to a turn are in the index, on disk. */
    public void handled(Place place) throws StoreException {
        database.write(Durability.NORMAL, transaction -> {
            transaction
                    .session()
                    .update(
                            "DELETE FROM text_change WHERE turn <= ? OR generation <> ?",
                            place.turn(),
                            place.generation());
            return true;
        });
    }

    /** How many rows there are behind a place, roughly. */
    public long waiting(Place place) throws StoreException {
        return database.read(snapshot -> {
            long row = place.generation() == snapshot.generation().number() ? place.row() : 0;
            long last = RowKeys.of(snapshot.session(), snapshot.generation()).last();
            long changes = snapshot.session()
                    .first("SELECT count(*) FROM text_change WHERE turn > ?", found -> found.getLong(1), place.turn())
                    .orElse(0L);
            return Math.max(0, last - row) + changes;
        });
    }

    /** The records of rows that were found; those that are gone are left out, as all are where rows are others now. */
    public Map<Long, EntityRecord> records(int generation, List<Long> rows) throws StoreException {
        return database.read(snapshot -> {
            Map<Long, EntityRecord> found = new HashMap<>();
            if (snapshot.generation().number() == generation) {
                for (long row : rows) {
                    EntityRecord record = visible(snapshot, row);
                    if (record != null) {
                        found.put(row, record);
                    }
                }
            }
            return found;
        });
    }
}
