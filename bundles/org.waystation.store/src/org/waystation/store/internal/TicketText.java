package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Optional;
import org.waystation.api.domain.Ticket;

/**
 * Words of ticket numbers and subjects (FTS5, https://www.sqlite.org/fts5.html). The index keeps no copy of the text, so
 * taking an entry out needs the text that went in, which the record before the change still has.
 */
final class TicketText {

    private final Session session;
    private final String insert;
    private final String delete;

    TicketText(Session session, Generation generation) {
        this.session = session;
        String table = generation.text();
        insert = "INSERT INTO " + table + " (rowid, words) VALUES (?, ?)";
        delete = "INSERT INTO " + table + " (" + table + ", rowid, words) VALUES ('delete', ?, ?)";
    }

    static void create(Session session, Generation generation) throws SQLException {
        session.execute("CREATE VIRTUAL TABLE " + generation.text() + " USING fts5 (words, content='', detail='full', "
                + "prefix='2 3', tokenize='unicode61 remove_diacritics 2')");
    }

    /** As {@link Projection#replace}, of records that were read already. */
    void replace(long rowkey, Optional<Ticket> before, Optional<Ticket> after) throws SQLException {
        Optional<String> old = before.map(TicketText::words);
        Optional<String> now = after.map(TicketText::words);
        if (old.equals(now)) {
            return;
        }
        if (old.isPresent()) {
            session.update(delete, rowkey, old.get());
        }
        if (now.isPresent()) {
            session.update(insert, rowkey, now.get());
        }
    }

    private static String words(Ticket ticket) {
        return ticket.number().map(number -> number + " ").orElse("") + ticket.subject();
    }
}
