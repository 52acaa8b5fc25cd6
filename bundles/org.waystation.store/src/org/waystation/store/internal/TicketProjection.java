package org.waystation.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.record.EntityKind;
import org.waystation.store.StoreException;

/** One narrow row for each ticket, by which queues are filtered, sorted and grouped. */
final class TicketProjection {

    private static final List<String> COLUMNS = List.of(
            "number",
            "open",
            "status",
            "priority",
            "type",
            "origin",
            "company",
            "assignee",
            "agreement",
            "due",
            "updated");

    private static final TicketWorkflow WORKFLOW = new TicketWorkflow();

    private final Session session;
    private final Labels labels;
    private final String insert;
    private final String update;
    private final String delete;
    private final String writeSubject;
    private final String deleteSubject;
    private final String insertTag;
    private final String deleteTag;

    TicketProjection(Session session, Generation generation, Labels labels) {
        this.session = session;
        this.labels = labels;
        insert = "INSERT INTO " + generation.ticket() + " (" + String.join(", ", COLUMNS) + ", rowkey) VALUES ("
                + "?, ".repeat(COLUMNS.size()) + "?)";
        update = "UPDATE " + generation.ticket() + " SET "
                + COLUMNS.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                + " WHERE rowkey = ?";
        delete = "DELETE FROM " + generation.ticket() + " WHERE rowkey = ?";
        writeSubject = "INSERT OR REPLACE INTO " + generation.subject() + " (rowkey, subject) VALUES (?, ?)";
        deleteSubject = "DELETE FROM " + generation.subject() + " WHERE rowkey = ?";
        insertTag = "INSERT INTO " + generation.tag() + " (tag, ticket) VALUES (?, ?)";
        deleteTag = "DELETE FROM " + generation.tag() + " WHERE tag = ? AND ticket = ?";
    }

    static void create(Session session, Generation generation) throws SQLException {
        String ticket = generation.ticket();
        // Columns of open vocabularies have no type: see Words. The row is kept narrow, since some queues read them
        // all.
        session.execute(
                "CREATE TABLE " + ticket + " (rowkey INTEGER PRIMARY KEY, number INTEGER, open INTEGER NOT NULL, "
                        + "status, priority, type, origin, company INTEGER NOT NULL, assignee INTEGER NOT NULL, "
                        + "agreement INTEGER NOT NULL, due INTEGER, updated INTEGER)");
        session.execute("CREATE INDEX " + openIndex(generation) + " ON " + ticket + " (assignee, due, number, status, "
                + "priority, type, origin, company, agreement, updated) WHERE open = 1");
        session.execute(
                "CREATE TABLE " + generation.subject() + " (rowkey INTEGER PRIMARY KEY, subject TEXT NOT NULL)");
        session.execute("CREATE TABLE " + generation.tag()
                + " (tag TEXT NOT NULL, ticket INTEGER NOT NULL, PRIMARY KEY (tag, ticket)) WITHOUT ROWID");
        for (TicketOrderIndex index : TicketOrderIndex.values()) {
            index.create(session, generation);
        }
    }

    /** Holds every open ticket with all that a queue asks of it. */
    static String openIndex(Generation generation) {
        return generation.ticket() + "_open";
    }

    /** As {@link Projection#replace}, of records that were read already. */
    void replace(long rowkey, Optional<Ticket> old, Optional<Ticket> now) throws SQLException, StoreException {
        if (now.isPresent()) {
            writeRow(old.isPresent() ? update : insert, rowkey, now.get());
            writeSubject(rowkey, old.map(Ticket::subject), now.get().subject());
        } else if (old.isPresent()) {
            session.update(delete, rowkey);
            session.update(deleteSubject, rowkey);
        }
        replaceTags(
                rowkey,
                old.map(TicketProjection::tags).orElseGet(TreeSet::new),
                now.map(TicketProjection::tags).orElseGet(TreeSet::new));
    }

    private void writeRow(String sql, long rowkey, Ticket ticket) throws SQLException, StoreException {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                ticket.number().orElse(null),
                WORKFLOW.isOpen(ticket.status()) ? 1 : 0,
                Words.STATUS.rank(ticket.status().code()),
                Words.PRIORITY.rank(ticket.priority().code()),
                Words.TYPE.rank(ticket.type().code()),
                Words.ORIGIN.rank(ticket.origin().code()),
                labels.key(EntityKind.COMPANY, ticket.companyId()),
                labels.key(EntityKind.USER, ticket.assigneeId()),
                labels.key(EntityKind.AGREEMENT, ticket.agreementId()),
                due(ticket).map(Instant::toEpochMilli).orElse(null),
                ticket.updatedAt().map(Instant::toEpochMilli).orElse(null),
                rowkey));
        session.update(sql, values.toArray());
    }

    /** While its clock stands still a ticket is not due at any time, so that it comes after all that are. */
    private static Optional<Instant> due(Ticket ticket) {
        return WORKFLOW.pausesClock(ticket.status()) ? Optional.empty() : ticket.resolutionDueAt();
    }

    /** For rows that were written when paused tickets still had a due time. */
    static void forgetPausedDues(Session session, Generation generation) throws SQLException {
        for (TicketStatus status : TicketStatus.KNOWN) {
            if (WORKFLOW.pausesClock(status)) {
                session.update(
                        "UPDATE " + generation.ticket() + " SET due = NULL WHERE status = ?",
                        Words.STATUS.rank(status.code()));
            }
        }
    }

    /** For a file of the first days, whose rows had another shape under the same number of format. */
    static void reshape(Session session, Generation generation) throws SQLException, StoreException {
        if (session.first("SELECT 1 FROM sqlite_master WHERE name = ?", row -> true, generation.subject())
                .isPresent()) {
            return;
        }
        session.execute("DROP TABLE " + generation.ticket());
        session.execute("DROP TABLE " + generation.tag());
        create(session, generation);
        TicketProjection tickets = new TicketProjection(session, generation, new Labels(session, generation));
        VisibleRecords.each(
                session,
                generation,
                (key, record) -> tickets.replace(
                        key, Optional.empty(), Reading.of(record).ticket()),
                EntityKind.TICKET);
    }

    private void writeSubject(long rowkey, Optional<String> old, String now) throws SQLException {
        if (!old.equals(Optional.of(now))) {
            session.update(writeSubject, rowkey, Folding.fold(now));
        }
    }

    private void replaceTags(long rowkey, TreeSet<String> old, TreeSet<String> now) throws SQLException {
        for (String tag : old) {
            if (!now.contains(tag)) {
                session.update(deleteTag, tag, rowkey);
            }
        }
        for (String tag : now) {
            if (!old.contains(tag)) {
                session.update(insertTag, tag, rowkey);
            }
        }
    }

    private static TreeSet<String> tags(Ticket ticket) {
        return ticket.tags().stream().map(Folding::fold).collect(Collectors.toCollection(TreeSet::new));
    }
}
