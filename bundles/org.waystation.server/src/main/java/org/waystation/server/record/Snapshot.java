package org.waystation.server.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketWorkflow;
import org.waystation.api.record.EntityKind;
import org.waystation.server.database.Database;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Rights;

/**
 * Streams every record at one point of the history: what a technician needs to start working first. The database makes
 * the lines and the rows pass through one by one, so memory does not grow with the data.
 */
public final class Snapshot {

    private static final int FETCH_ROWS = 500;
    private static final List<String> COMMON = List.of(
            EntityKind.USER.code(),
            EntityKind.TEAM.code(),
            EntityKind.SAVED_VIEW.code(),
            EntityKind.COMPANY.code(),
            EntityKind.SITE.code(),
            EntityKind.AGREEMENT.code());

    /** Named one by one: the index on assignee and status finds what is equal, not what is different. */
    private static final List<String> OPEN = TicketStatus.KNOWN.stream()
            .filter(new TicketWorkflow()::isOpen)
            .map(TicketStatus::code)
            .toList();

    private static final String COUNTED = "select kind, live from record_count order by kind";
    /** For who sees some companies only. */
    private static final String COUNTING =
            "select kind, count(*) from record where deleted_at is null group by kind order by kind";

    /** What belongs to a ticket, and by which field; written out, so that the planner finds the partial indexes. */
    private static final Map<String, String> PARTS = Map.of(
            "'note', 'timeEntry'",
            "ticketId",
            "'alert'",
            "ticketId",
            "'remoteSession'",
            "ticketId",
            "'attachment'",
            "ownerId");

    /**
     * One look into the index for each ticket: asked for all at once, the planner, which knows nothing of how many parts
     * a ticket has, reads the whole table.
     */
    private static final String PARTS_BY_INDEX =
            "select part.id from unnest(?::text[]) as ticket (id) cross join lateral (" + parts("= ticket.id")
                    + " offset 0) as part";
    /** Row-level security looks at rows before that index could be used, so here it is one pass for each. */
    private static final String PARTS_BY_COMPANY =
            "with ticket as (select ?::text[] as ids) " + parts("= any((select ids from ticket)::text[])");

    private static String parts(String isOfTicket) {
        return PARTS.entrySet().stream()
                .map(part -> "(select id from record where kind in (" + part.getKey()
                        + ") and deleted_at is null and data ->> '" + part.getValue() + "' " + isOfTicket + ")")
                .collect(Collectors.joining(" union all "));
    }

    /** A record as a line. What jsonb writes holds no line breaks: they are escaped within texts. */
    private static final String LINE = "'{\"kind\":\"' || kind || '\",\"id\":\"' || id || '\",\"version\":' || version"
            + " || ',\"seq\":' || seq || ',\"actions\":' || %s || ',\"data\":' || data::text || E'}\\n'";

    private final Database database;
    private final UUID epoch;

    public Snapshot(Database database, UUID epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /**
     * @param kinds the kinds wanted
     * @param caller who sees it, and whose open tickets come first
     * @param out is flushed when the caller can start working, and not closed
     */
    public void write(Set<String> kinds, Caller caller, OutputStream out) throws SQLException, IOException {
        try (Connection connection = database.connectForSnapshot(caller.scope())) {
            new LineStream(connection, kinds, caller, out).write();
        }
    }

    /** One stream: its connection sees one point of the history. */
    private final class LineStream {

        private final Connection connection;
        private final Set<String> kinds;
        private final Caller caller;
        private final String line;
        private final OutputStream out;
        private long records;

        LineStream(Connection connection, Set<String> kinds, Caller caller, OutputStream out) {
            this.connection = connection;
            this.kinds = kinds;
            this.caller = caller;
            this.line = LINE.formatted(new Rights(caller).actionsSql());
            this.out = out;
        }

        void write() throws SQLException, IOException {
            // The first statement fixes what the transaction sees; the rest belongs to exactly this sequence.
            FeedHead head = FeedHead.read(connection);
            line(begin());
            for (String kind : COMMON) {
                copy("kind = any(?)", array("text", kinds.contains(kind) ? List.of(kind) : List.of()));
            }
            Set<UUID> first = neededFirst();
            copy("kind = any(?) and id = any(?)", array("text", kinds), array("uuid", first));
            line(Json.object().put("workable", true));
            out.flush();
            copy(
                    "kind = any(?) and id <> all(?)",
                    array(
                            "text",
                            kinds.stream()
                                    .filter(kind -> !COMMON.contains(kind))
                                    .toList()),
                    array("uuid", first));
            line(end(head));
        }

        private ObjectNode begin() throws SQLException {
            ObjectNode line = Json.object();
            ObjectNode begin = line.putObject("begin");
            begin.put("epoch", epoch.toString());
            ObjectNode expected = begin.putObject("expected");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(caller.scope().everything() ? COUNTED : COUNTING)) {
                while (rows.next()) {
                    if (kinds.contains(rows.getString(1))) {
                        expected.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return line;
        }

        private ObjectNode end(FeedHead head) {
            ObjectNode line = Json.object();
            line.putObject("end")
                    .put("epoch", epoch.toString())
                    .put("cursor", new Cursor(epoch, head.seq(), caller.scopeRevision()).encode())
                    .put("records", records);
            return line;
        }

        /** The caller's open tickets, what they refer to, and what belongs to them. */
        private Set<UUID> neededFirst() throws SQLException {
            List<String> tickets = new ArrayList<>();
            Set<UUID> needed = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement("""
                    select id, (data ->> 'contactId')::uuid, (data ->> 'assetId')::uuid from record
                    where kind = 'ticket' and deleted_at is null and data ->> 'assigneeId' = ?
                      and data ->> 'status' = any(?)""")) {
                statement.setString(1, caller.id().toString());
                statement.setArray(2, array("text", OPEN));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        tickets.add(rows.getString(1));
                        for (int column = 1; column <= 3; column++) {
                            Stream.ofNullable(rows.getObject(column, UUID.class))
                                    .forEach(needed::add);
                        }
                    }
                }
            }
            try (PreparedStatement statement =
                    connection.prepareStatement(caller.scope().everything() ? PARTS_BY_INDEX : PARTS_BY_COMPANY)) {
                statement.setArray(1, array("text", tickets));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        needed.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return needed;
        }

        private void copy(String condition, Array... parameters) throws SQLException, IOException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select " + line + " from record where deleted_at is null and " + condition)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setArray(i + 1, parameters[i]);
                }
                // With auto-commit off the driver reads through a cursor, this many rows at a time.
                statement.setFetchSize(FETCH_ROWS);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        out.write(rows.getBytes(1));
                        records++;
                    }
                }
            }
        }

        private void line(ObjectNode node) throws IOException {
            out.write((Json.text(node) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        private Array array(String type, Collection<?> values) throws SQLException {
            return connection.createArrayOf(type, values.toArray());
        }
    }
}
