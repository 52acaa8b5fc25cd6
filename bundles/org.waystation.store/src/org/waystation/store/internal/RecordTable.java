package org.waystation.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.store.StoreException;

/** The records of one generation, with everything derived from them. */
final class RecordTable {

    private static final String COLUMNS = "rowkey, kind, id, version, seq, hidden, gone, data, base, actions";

    /** What {@link #visible} reads. */
    static final String VISIBLE = "kind, id, version, seq, data, actions";

    private final Session session;
    private final Generation generation;
    private final RowKeys rowKeys;
    private final Labels labels;
    private final TicketProjection tickets;
    private final TicketText text;
    private final AssetProjection assets;
    private final SiteNames sites;
    private final FactProjection facts;
    private final WorkProjection work;
    private final ArticleProjection articles;
    private final References references;
    private final TextChanges changes;
    private final String insert;

    RecordTable(Session session, Generation generation, RowKeys rowKeys) {
        this.session = session;
        this.generation = generation;
        this.rowKeys = rowKeys;
        this.labels = new Labels(session, generation);
        this.tickets = new TicketProjection(session, generation, labels);
        this.text = new TicketText(session, generation);
        this.assets = new AssetProjection(session, generation, labels);
        this.sites = new SiteNames(session, generation);
        this.facts = new FactProjection(session, generation, labels);
        this.work = new WorkProjection(session, generation);
        this.articles = new ArticleProjection(session, generation, labels);
        this.references = new References(session, generation);
        this.changes = new TextChanges(session, generation);
        this.insert = "INSERT INTO " + generation.record() + " (" + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    }

    /** A row with its key. */
    record Keyed(long key, StoredRow row) {}

    Optional<Keyed> find(UUID id) throws SQLException, StoreException {
        return session.first(
                "SELECT " + COLUMNS + " FROM " + generation.record() + " WHERE id = ?",
                RecordTable::keyed,
                Ids.bytes(id));
    }

    /** Writes a row that is new, with what is derived from it. False, and nothing is written, where its id is taken. */
    boolean insert(StoredRow row) throws SQLException, StoreException {
        return insert(row, Json.write(row.data()), words(row.actions()), Reading.of(row.visible()));
    }

    /** As {@link #insert(StoredRow)}, for the server's record as it is. */
    boolean insert(Arriving arriving) throws SQLException, StoreException {
        return insert(StoredRow.ofServer(arriving.head()), arriving.json(), arriving.actions(), arriving.reading());
    }

    private boolean insert(StoredRow row, byte[] json, @Nullable String actions, Reading visible)
            throws SQLException, StoreException {
        long key = rowKeys.next();
        int written = session.update(
                insert,
                key,
                row.kind().code(),
                Ids.bytes(row.id()),
                row.version(),
                row.sequence(),
                row.hidden() ? 1 : 0,
                row.gone() ? 1 : 0,
                json,
                json(row.base()),
                actions);
        if (written == 0) {
            return false;
        }
        project(key, row.kind(), Reading.NONE, visible);
        return true;
    }

    /** As {@link #insert}, for a row that the scan of a new copy's rows may have passed already. */
    boolean insertLater(StoredRow row) throws SQLException, StoreException {
        if (!insert(row)) {
            return false;
        }
        changes.add(row.kind(), rowKeys.last());
        return true;
    }

    void update(Keyed before, StoredRow row) throws SQLException, StoreException {
        session.update(
                "UPDATE " + generation.record()
                        + " SET version = ?, seq = ?, hidden = ?, gone = ?, data = ?, base = ?, actions = ? WHERE"
                        + " rowkey = ?",
                row.version(),
                row.sequence(),
                row.hidden() ? 1 : 0,
                row.gone() ? 1 : 0,
                Json.write(row.data()),
                json(row.base()),
                words(row.actions()),
                before.key());
        project(before.key(), row.kind(), Reading.of(before.row().visible()), Reading.of(row.visible()));
        changes.add(row.kind(), before.key());
    }

    void delete(Keyed before) throws SQLException, StoreException {
        session.update("DELETE FROM " + generation.record() + " WHERE rowkey = ?", before.key());
        project(before.key(), before.row().kind(), Reading.of(before.row().visible()), Reading.NONE);
        changes.add(before.row().kind(), before.key());
    }

    /** Server's rows that were written up to a key: those that a snapshot over an unfinished one did not bring again. */
    List<Keyed> serverRowsUpTo(long key, int limit) throws SQLException, StoreException {
        return session.list(
                "SELECT " + COLUMNS + " FROM " + generation.record()
                        + " WHERE rowkey <= ? AND version > 0 AND gone = 0 LIMIT ?",
                RecordTable::keyed,
                key,
                limit);
    }

    long lastKey() {
        return rowKeys.last();
    }

    private void project(long key, EntityKind kind, Reading before, Reading after) throws SQLException, StoreException {
        if (kind.equals(EntityKind.TICKET)) {
            tickets.replace(key, before.ticket(), after.ticket());
            text.replace(key, before.ticket(), after.ticket());
            facts.replace(key, before.ticket(), after.ticket());
        } else if (kind.equals(EntityKind.TIME_ENTRY)) {
            work.replace(key, before.work(), after.work());
        } else if (kind.equals(EntityKind.ASSET)) {
            assets.replace(key, before.asset(), after.asset());
        } else if (kind.equals(EntityKind.ARTICLE)) {
            articles.replace(key, before.record(), after.record());
        } else if (kind.equals(EntityKind.SITE)) {
            sites.replace(key, before.record(), after.record());
        } else if (Labels.NONE.containsKey(kind)) {
            labels.replace(key, before.record(), after.record());
        }
        references.replace(key, before, after);
    }

    /** The record where only its fields count: what may be done with it is left out, and tables of every format have the rest. */
    static EntityRecord fields(ResultSet row) throws SQLException, StoreException {
        return new EntityRecord(
                new EntityKind(row.getString("kind")),
                Ids.uuid(row.getBytes("id")),
                row.getLong("version"),
                row.getLong("seq"),
                Json.read(row.getBytes("data")));
    }

    static EntityRecord visible(ResultSet row) throws SQLException, StoreException {
        return new EntityRecord(
                new EntityKind(row.getString("kind")),
                Ids.uuid(row.getBytes("id")),
                row.getLong("version"),
                row.getLong("seq"),
                Json.read(row.getBytes("data")),
                actions(row.getString("actions")));
    }

    private static Keyed keyed(ResultSet row) throws SQLException, StoreException {
        byte[] base = row.getBytes(9);
        return new Keyed(
                row.getLong(1),
                new StoredRow(
                        new EntityKind(row.getString(2)),
                        Ids.uuid(row.getBytes(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getInt(6) != 0,
                        row.getInt(7) != 0,
                        Json.read(row.getBytes(8)),
                        base == null ? null : Json.read(base),
                        actions(row.getString(10))));
    }

    /** The server's words with spaces between; null where it said none at all, which is not the same as no word. */
    static @Nullable String words(RecordActions actions) {
        return actions.said().map(said -> String.join(" ", said)).orElse(null);
    }

    private static RecordActions actions(@Nullable String words) {
        if (words == null) {
            return RecordActions.UNKNOWN;
        }
        return RecordActions.of(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }

    private static byte @Nullable [] json(@Nullable Map<String, @Nullable Object> fields) {
        return fields == null ? null : Json.write(fields);
    }
}
