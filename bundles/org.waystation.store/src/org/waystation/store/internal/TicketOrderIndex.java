package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.Locale;

/**
 * The indexes that queues are read in order by. Building one over a million finished rows is many times cheaper than
 * keeping it while they arrive, so snapshots do without and build them at the end.
 */
enum TicketOrderIndex {
    NUMBER,
    STATUS,
    PRIORITY,
    ORIGIN,
    COMPANY,
    ASSIGNEE,
    AGREEMENT,
    DUE,
    UPDATED,
    SUBJECT;

    void create(Session session, Generation generation) throws SQLException {
        session.execute("CREATE INDEX IF NOT EXISTS " + name(generation) + " ON "
                + (this == SUBJECT ? generation.subject() : generation.ticket()) + " (" + column() + ")");
    }

    void drop(Session session, Generation generation) throws SQLException {
        session.execute("DROP INDEX IF EXISTS " + name(generation));
    }

    private String name(Generation generation) {
        return generation.ticket() + "_by_" + column();
    }

    private String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
