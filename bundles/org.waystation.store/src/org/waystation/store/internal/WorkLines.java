package org.waystation.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Origin;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.StoreException;
import org.waystation.store.WorkIndex.WorkFilter;
import org.waystation.store.WorkIndex.WorkLine;

/** Reads the time entries behind a sum. */
final class WorkLines {

    private final Session session;
    private final Generation generation;

    WorkLines(Database.Snapshot snapshot) {
        this.session = snapshot.session();
        this.generation = snapshot.generation();
    }

    List<WorkLine> read(WorkFilter filter, int limit) throws SQLException, StoreException {
        List<String> conditions = new ArrayList<>(List.of("w.started >= ?", "w.started < ?"));
        List<Object> values = new ArrayList<>(
                List.of(filter.from().toEpochMilli(), filter.to().toEpochMilli()));
        if (!filter.companies().isEmpty()) {
            conditions.add("c.id IN (" + "?, ".repeat(filter.companies().size() - 1) + "?)");
            filter.companies().forEach(company -> values.add(Ids.bytes(company)));
        }
        filter.origin().ifPresent(origin -> {
            conditions.add("f.origin = ?");
            values.add(Words.ORIGIN.rank(origin.code()));
        });
        filter.asset().ifPresent(asset -> {
            conditions.add("f.asset = ?");
            values.add(Ids.bytes(asset));
        });
        filter.tag().ifPresent(tag -> {
            conditions.add(
                    "instr('" + FactProjection.TAG_END + "' || f.tags || '" + FactProjection.TAG_END + "', ?) > 0");
            values.add(FactProjection.TAG_END + tag + FactProjection.TAG_END);
        });
        filter.billable().ifPresent(billable -> {
            conditions.add("w.billable = ?");
            values.add(billable ? 1 : 0);
        });
        values.add(limit);
        return session.list(
                "SELECT e.id, w.ticket, t.number, f.ticket, c.id, c.name, g.name, f.origin, w.started, w.minutes, "
                        + "w.billable, u.name FROM " + generation.work() + " AS w LEFT JOIN " + generation.fact()
                        + " AS f ON f.id = w.ticket LEFT JOIN " + generation.ticket()
                        + " AS t ON t.rowkey = f.ticket LEFT JOIN " + generation.label()
                        + " AS c ON c.key = f.company LEFT JOIN " + generation.label()
                        + " AS g ON g.key = f.agreement LEFT JOIN " + generation.label()
                        + " AS u ON u.id = w.worker JOIN " + generation.record()
                        + " AS e ON e.rowkey = w.rowkey WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY w.started DESC, w.rowkey LIMIT ?",
                this::line,
                values.toArray());
    }

    private WorkLine line(ResultSet row) throws SQLException, StoreException {
        long number = row.getLong(3);
        Optional<Long> known = row.wasNull() ? Optional.empty() : Optional.of(number);
        long ticketKey = row.getLong(4);
        String subject = row.wasNull() ? "" : subject(ticketKey);
        return new WorkLine(
                Ids.uuid(row.getBytes(1)),
                StoredWorkIndex.id(row.getBytes(2)),
                known,
                subject,
                StoredWorkIndex.id(row.getBytes(5)),
                text(row, 6),
                new AgreementKind(text(row, 7)),
                new Origin(Words.ORIGIN.code(row.getObject(8))),
                Instant.ofEpochMilli(row.getLong(9)),
                row.getLong(10),
                row.getInt(11) != 0,
                text(row, 12));
    }

    private String subject(long ticketKey) throws SQLException, StoreException {
        Optional<EntityRecord> ticket = session.first(
                "SELECT kind, id, version, seq, data FROM " + generation.record() + " WHERE rowkey = ?",
                RecordTable::fields,
                ticketKey);
        return ticket.flatMap(record -> Reading.of(record).ticket())
                .map(found -> found.subject())
                .orElse("");
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
