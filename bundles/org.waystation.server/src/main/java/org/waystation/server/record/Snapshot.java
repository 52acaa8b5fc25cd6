package org.waystation.server.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.server.database.Database;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.selection.OwnWork;
import org.waystation.server.selection.Selection;
import org.waystation.server.selection.SelectionSql;
import org.waystation.server.session.Caller;

/**
 * Streams the records of a selection at one point of the history: what a technician needs to start working first, then
 * all the rest by id, with marks from which a stream that broke goes on.
 *
 * <p>A stream that goes on sees the database as it is then. That is sound since a record's place in the stream never
 * changes: what did not change since the beginning comes before the mark or behind it, and what did change is told by the
 * changes from the beginning on, to which the end of every stream leads.
 */
public final class Snapshot {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int LINES_TO_A_MARK = 5_000;
    /** Where a line has the record's id: behind the kind, which has no quote in it. */
    private static final int BEFORE_KIND = "{\"kind\":\"".length();

    private static final int BEFORE_ID = "\",\"id\":\"".length();
    private static final int ID_LENGTH = 36;

    private final Database database;
    private final UUID epoch;

    public Snapshot(Database database, UUID epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /**
     * @param selection what is wanted
     * @param after the mark behind which an earlier stream of the same selection goes on; empty to begin
     * @param caller who sees it, and whose open tickets come first
     * @param out is flushed when the caller can start working, and not closed
     * @throws ProblemException before anything is written, if it cannot go on from the mark
     */
    public void write(Selection selection, Optional<String> after, Caller caller, OutputStream out)
            throws SQLException, IOException {
        try (Connection connection = database.connectForSnapshot(caller.scope())) {
            // The first statement fixes what the transaction sees; the rest belongs to exactly this sequence.
            FeedHead head = FeedHead.read(connection);
            Cursor now = new Cursor(epoch, head.seq(), caller.scopeRevision());
            Optional<Mark> mark = after.map(text -> mark(text, selection, head, caller));
            Selection wanted = mark.isPresent() ? selection.since(mark.get().since()) : selection;
            Cursor from = mark.map(Mark::from).orElse(now);
            new LineStream(connection, wanted, from, mark, caller, out).write();
        }
    }

    private Mark mark(String text, Selection selection, FeedHead head, Caller caller) {
        Mark mark = Mark.decode(text)
                .orElseThrow(() -> ProblemException.ofField("after", "malformed", "is not a mark of this server"));
        head.requireContinues(epoch, caller, mark.from());
        if (mark.selection() != selection.fingerprint()) {
            throw ProblemException.ofField("after", "other_scope", "belongs to a snapshot of something else");
        }
        return mark;
    }

    /** One stream: its connection sees one point of the history. */
    private final class LineStream {

        private final Connection connection;
        private final Selection selection;
        private final SelectionSql sql;
        private final Cursor from;
        private final Optional<Mark> mark;
        private final Caller caller;
        private final String line;
        private final OutputStream out;
        private long records;
        private long unmarked;

        LineStream(
                Connection connection,
                Selection selection,
                Cursor from,
                Optional<Mark> mark,
                Caller caller,
                OutputStream out) {
            this.connection = connection;
            this.selection = selection;
            this.sql = new SelectionSql(selection);
            this.from = from;
            this.mark = mark;
            this.caller = caller;
            this.line = RecordLines.of(caller);
            this.out = out;
        }

        void write() throws SQLException, IOException {
            Set<UUID> mine = OwnWork.of(connection, caller.id());
            line(begin(mine));
            Set<UUID> sent = mark.isPresent() ? Set.of() : first(mine);
            UUID after = mark.map(Mark::after).orElse(FIRST);
            rest(after, sent);
            line(end());
        }

        private ObjectNode begin(Set<UUID> mine) throws SQLException {
            ObjectNode line = Json.object();
            ObjectNode begin = line.putObject("begin");
            begin.put("epoch", epoch.toString());
            selection.since().ifPresent(day -> begin.put("since", day.toString()));
            mark.ifPresent(place -> begin.put("before", place.records()));
            ObjectNode expected = begin.putObject("expected");
            RecordCounts.of(connection, caller, selection, mine).forEach(expected::put);
            return line;
        }

        private ObjectNode end() {
            ObjectNode line = Json.object();
            line.putObject("end")
                    .put("epoch", epoch.toString())
                    .put("cursor", from.encode())
                    .put("records", records);
            return line;
        }

        /** What everything refers to, and what the caller works on. */
        private Set<UUID> first(Set<UUID> mine) throws SQLException, IOException {
            for (String common : SelectionSql.COMMON) {
                if (selection.kinds().contains(common)) {
                    copy("r.kind = '" + common + "'", this::send);
                }
            }
            if (!mine.isEmpty()) {
                String wanted = selection.mine() ? "" : " and " + sql.ofAny(Set.of());
                copy(SelectionSql.isAnyOf(mine) + ofKinds() + wanted, this::send);
            }
            line(Json.object().put("workable", true));
            mark(FIRST);
            out.flush();
            return mine;
        }

        /** In the order of ids, which are mostly those of making: one pass over the table as it lies on the disk. */
        private void rest(UUID after, Set<UUID> sent) throws SQLException, IOException {
            copy(
                    "r.kind not in ('" + String.join("','", SelectionSql.COMMON) + "')" + ofKinds() + " and r.id > '"
                            + after + "' and " + sql.ofAny(Set.of()) + " order by r.id",
                    bytes -> {
                        if (sent.isEmpty() || !sent.contains(id(bytes))) {
                            send(bytes);
                        }
                        if (++unmarked == LINES_TO_A_MARK) {
                            mark(id(bytes));
                        }
                    });
        }

        private String ofKinds() {
            return " and r.kind in ('" + String.join("','", selection.kinds()) + "')";
        }

        private void copy(String condition, RecordLines.Taker taker) throws SQLException, IOException {
            RecordLines.read(
                    connection, "select " + line + " from record r where r.deleted_at is null and " + condition, taker);
        }

        private void send(byte[] bytes) throws IOException {
            out.write(bytes);
            records++;
        }

        private void mark(UUID after) throws IOException {
            unmarked = 0;
            long before = mark.map(Mark::records).orElse(0L) + records;
            Mark here = new Mark(from, selection.fingerprint(), selection.since(), after, before);
            line(Json.object().put("mark", here.encode()));
        }

        private static UUID id(byte[] line) {
            int start = BEFORE_KIND;
            while (line[start] != '"') {
                start++;
            }
            return UUID.fromString(new String(line, start + BEFORE_ID, ID_LENGTH, StandardCharsets.US_ASCII));
        }

        private void line(ObjectNode node) throws IOException {
            out.write((Json.text(node) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
