package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import org.waystation.store.StoreException;

/** Finds tickets by number or words; what was added first is the better hit. */
final class TicketSearch {

    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,9})");

    private final Database.Snapshot snapshot;
    private final int limit;

    TicketSearch(Database.Snapshot snapshot, int limit) {
        this.snapshot = snapshot;
        this.limit = limit;
    }

    void byNumber(String typed, Set<Integer> found) throws SQLException, StoreException {
        var number = NUMBER.matcher(typed.strip());
        if (number.matches()) {
            found.addAll(snapshot.session()
                    .list(
                            "SELECT rowkey FROM " + snapshot.generation().ticket() + " WHERE number = ?",
                            row -> row.getInt(1),
                            Long.parseLong(number.group(1))));
        }
    }

    /** Open tickets first, then the others, the latest to arrive first. */
    void byWords(SearchText words, Set<Integer> found) throws SQLException, StoreException {
        String matching = "SELECT rowid FROM " + snapshot.generation().text() + " WHERE words MATCH ? ";
        found.addAll(snapshot.session()
                .list(
                        "SELECT t.rowkey FROM " + snapshot.generation().text() + " AS w CROSS JOIN "
                                + snapshot.generation().ticket() + " AS t ON t.rowkey = w.rowid "
                                + "WHERE w.words MATCH ? AND t.open = 1 ORDER BY w.rowid DESC LIMIT ?",
                        row -> row.getInt(1),
                        words.expression(),
                        limit));
        if (found.size() < limit) {
            found.addAll(snapshot.session()
                    .list(matching + "ORDER BY rowid DESC LIMIT ?", row -> row.getInt(1), words.expression(), limit));
        }
    }
}
