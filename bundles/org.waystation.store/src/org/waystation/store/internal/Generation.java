package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.waystation.api.record.EntityKind;
import org.waystation.store.StoreException;

/**
 * The tables of one copy of the server's records. A snapshot over existing rows fills the tables of the next generation
 * beside the present ones; making it current is one row in {@code meta}, whatever the size.
 *
 * @param number from 1
 */
record Generation(int number) {

    private static final Set<EntityKind> LARGE_KINDS =
            Set.of(EntityKind.TICKET, EntityKind.NOTE, EntityKind.TIME_ENTRY, EntityKind.ASSET);

    /** Condition of the index by kind, which would be a waste for the kinds with many records. */
    static final String SMALL_KINDS_SQL = "kind NOT IN ('ticket', 'note', 'timeEntry', 'asset')";

    static boolean isSmall(EntityKind kind) {
        return !LARGE_KINDS.contains(kind);
    }

    String record() {
        return "record_" + number;
    }

    String ticket() {
        return "ticket_" + number;
    }

    /** Folded subjects, apart from the other columns because they are wide and seldom needed. */
    String subject() {
        return "subject_" + number;
    }

    String tag() {
        return "tag_" + number;
    }

    String label() {
        return "label_" + number;
    }

    String reference() {
        return "reference_" + number;
    }

    String text() {
        return "ticket_text_" + number;
    }

    String asset() {
        return "asset_" + number;
    }

    String article() {
        return "article_" + number;
    }

    String site() {
        return "site_" + number;
    }

    /** Time worked, by when it was. */
    String work() {
        return "work_" + number;
    }

    /** What sums over tickets need to know of each. */
    String fact() {
        return "fact_" + number;
    }

    Generation next() {
        return new Generation(number + 1);
    }

    void create(Session session) throws SQLException {
        session.execute("CREATE TABLE " + record() + " ("
                + "rowkey INTEGER PRIMARY KEY, kind TEXT NOT NULL, id BLOB NOT NULL, "
                + "version INTEGER NOT NULL, seq INTEGER NOT NULL, "
                + "hidden INTEGER NOT NULL, " // deleted here, which the server does not know yet
                + "gone INTEGER NOT NULL, " // deleted there, but with local changes on top
                + "data BLOB NOT NULL, base BLOB, " // base: the server's fields while local changes are on top
                + "actions TEXT)"); // what the server said may be done with it; null where it said nothing
        session.execute("CREATE UNIQUE INDEX " + record() + "_id ON " + record() + " (id)");
        session.execute("CREATE INDEX " + record() + "_small ON " + record() + " (kind) WHERE " + SMALL_KINDS_SQL);
        session.execute("CREATE TABLE " + reference() + " (target BLOB NOT NULL, field INTEGER NOT NULL, "
                + "source INTEGER NOT NULL, PRIMARY KEY (target, field, source)) WITHOUT ROWID");
        Labels.create(session, this);
        TicketProjection.create(session, this);
        TicketText.create(session, this);
        AssetProjection.create(session, this);
        SiteNames.create(session, this);
        WorkProjection.create(session, this);
        FactProjection.create(session, this);
        ArticleProjection.create(session, this);
    }

    /** Tables of before it was kept what may be done with a record; nothing is known for their rows until they come again. */
    static void addActions(Session session) throws SQLException, StoreException {
        List<String> tables = session.list(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'record_[0-9]*'",
                row -> row.getString(1));
        for (String table : tables) {
            List<String> columns = session.list("PRAGMA table_info(" + table + ")", row -> row.getString(2));
            if (!columns.contains("actions")) {
                session.execute("ALTER TABLE " + table + " ADD COLUMN actions TEXT");
            }
        }
    }

    /** Before a snapshot, which builds them again at its end. */
    void dropOrderIndexes(Session session) throws SQLException {
        for (TicketOrderIndex index : TicketOrderIndex.values()) {
            index.drop(session, this);
        }
    }

    List<String> tables() {
        return List.of(
                record(),
                ticket(),
                subject(),
                tag(),
                label(),
                reference(),
                text(),
                asset(),
                site(),
                work(),
                fact(),
                article());
    }
}
