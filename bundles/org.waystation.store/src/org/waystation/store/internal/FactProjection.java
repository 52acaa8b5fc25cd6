package org.waystation.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waystation.api.domain.Ticket;
import org.waystation.api.record.EntityKind;
import org.waystation.store.StoreException;

/**
 * One row for each ticket, found by its id: what sums over work need to know of the ticket it was done on. Apart from the
 * rows of queues, which some queues read as a whole.
 */
final class FactProjection {

    /** Stands between the tags of a ticket. */
    static final String TAG_END = "\u001f";

    private final Session session;
    private final Labels labels;
    private final String write;
    private final String delete;

    FactProjection(Session session, Generation generation, Labels labels) {
        this.session = session;
        this.labels = labels;
        write = "INSERT OR REPLACE INTO " + generation.fact()
                + " (id, ticket, created, company, agreement, asset, origin, type, tags) VALUES (?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?)";
        delete = "DELETE FROM " + generation.fact() + " WHERE id = ?";
    }

    static void create(Session session, Generation generation) throws SQLException {
        // Ids sort by time (UUIDv7), so what was worked in a month lies together. Milliseconds since 1970.
        session.execute("CREATE TABLE IF NOT EXISTS " + generation.fact()
                + " (id BLOB PRIMARY KEY, ticket INTEGER NOT NULL, created INTEGER, company INTEGER NOT NULL, "
                + "agreement INTEGER NOT NULL, asset BLOB, origin, type, tags TEXT NOT NULL) WITHOUT ROWID");
    }

    /** For a file whose records came before there were these rows and those of {@link WorkProjection}. */
    static void fill(Session session, Generation generation) throws SQLException, StoreException {
        create(session, generation);
        WorkProjection.create(session, generation);
        FactProjection facts = new FactProjection(session, generation, new Labels(session, generation));
        WorkProjection work = new WorkProjection(session, generation);
        VisibleRecords.each(
                session,
                generation,
                (key, record) -> {
                    Reading reading = Reading.of(record);
                    facts.replace(key, Optional.empty(), reading.ticket());
                    work.replace(key, Optional.empty(), reading.work());
                },
                EntityKind.TICKET,
                EntityKind.TIME_ENTRY);
    }

    /** As {@link Projection#replace}, of records that were read already. */
    void replace(long rowkey, Optional<Ticket> old, Optional<Ticket> now) throws SQLException, StoreException {
        if (now.isPresent()) {
            write(rowkey, now.get());
        } else if (old.isPresent()) {
            session.update(delete, Ids.bytes(old.get().id()));
        }
    }

    private void write(long rowkey, Ticket ticket) throws SQLException, StoreException {
        session.update(
                write,
                Ids.bytes(ticket.id()),
                rowkey,
                ticket.createdAt().map(Instant::toEpochMilli).orElse(null),
                labels.key(EntityKind.COMPANY, ticket.companyId()),
                labels.key(EntityKind.AGREEMENT, ticket.agreementId()),
                ticket.assetId().map(Ids::bytes).orElse(null),
                Words.ORIGIN.rank(ticket.origin().code()),
                Words.TYPE.rank(ticket.type().code()),
                ticket.tags().stream()
                        .map(Folding::fold)
                        .filter(tag -> !tag.isEmpty())
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining(TAG_END)));
    }
}
