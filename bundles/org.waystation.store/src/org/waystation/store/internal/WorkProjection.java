package org.waystation.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.waystation.api.domain.TimeEntry;

/** One narrow row for each time entry, by when the work began, so that a month of them is read in one go. */
final class WorkProjection {

    private final Session session;
    private final String write;
    private final String delete;

    WorkProjection(Session session, Generation generation) {
        this.session = session;
        write = "INSERT OR REPLACE INTO " + generation.work()
                + " (started, rowkey, ticket, minutes, billable, worker) VALUES (?, ?, ?, ?, ?, ?)";
        delete = "DELETE FROM " + generation.work() + " WHERE started = ? AND rowkey = ?";
    }

    static void create(Session session, Generation generation) throws SQLException {
        // Milliseconds since 1970; an entry without a time belongs to no month and stands at the very beginning.
        session.execute("CREATE TABLE IF NOT EXISTS " + generation.work()
                + " (started INTEGER NOT NULL, rowkey INTEGER NOT NULL, ticket BLOB, minutes INTEGER NOT NULL, "
                + "billable INTEGER NOT NULL, worker BLOB, PRIMARY KEY (started, rowkey)) WITHOUT ROWID");
    }

    /** As {@link Projection#replace}, of records that were read already. */
    void replace(long rowkey, Optional<TimeEntry> old, Optional<TimeEntry> now) throws SQLException {
        if (old.isPresent() && !old.map(WorkProjection::started).equals(now.map(WorkProjection::started))) {
            session.update(delete, started(old.get()), rowkey);
        }
        if (now.isPresent()) {
            TimeEntry entry = now.get();
            session.update(
                    write,
                    started(entry),
                    rowkey,
                    entry.ticketId().map(Ids::bytes).orElse(null),
                    entry.minutes(),
                    entry.billable() ? 1 : 0,
                    entry.userId().map(Ids::bytes).orElse(null));
        }
    }

    private static long started(TimeEntry entry) {
        return entry.startedAt().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    }
}
