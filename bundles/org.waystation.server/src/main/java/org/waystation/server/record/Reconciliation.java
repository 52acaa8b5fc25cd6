package org.waystation.server.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.waystation.server.database.Database;
import org.waystation.server.selection.OwnWork;
import org.waystation.server.selection.Selection;
import org.waystation.server.selection.SelectionSql;
import org.waystation.server.session.Caller;

/**
 * By what a client finds out whether its copy is the server's: a count and a hash for each kind, and where they differ,
 * the ids of all that is there.
 */
public final class Reconciliation {

    /** The first 8 bytes of the SHA-256 of {@code id:version:seq}. */
    private static final String HASH = "('x' || encode(substring(sha256((r.id::text || ':' || r.version::text || ':' ||"
            + " r.seq::text)::bytea) from 1 for 8), 'hex'))::bit(64)::bigint";

    private static final String ID_LINE = "'[\"' || r.id || '\",' || r.version || ',' || r.seq || ']'";

    private final Database database;
    private final UUID epoch;

    public Reconciliation(Database database, UUID epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /** Count and hash of each kind of a selection, at one point of the history. */
    public ObjectNode digests(Caller caller, Selection selection) throws SQLException {
        try (Connection connection = database.connectForSnapshot(caller.scope())) {
            ObjectNode answer = where(connection, caller, selection);
            ObjectNode kinds = answer.putObject("kinds");
            selection.kinds().stream().sorted().forEach(kind -> put(kinds, kind, 0, 0));
            String sql = "select r.kind, count(*), bit_xor(" + HASH + ") from record r where r.deleted_at is null and "
                    + condition(connection, caller, selection) + " group by r.kind";
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    put(kinds, rows.getString(1), rows.getLong(2), rows.getLong(3));
                }
            }
            return answer;
        }
    }

    private static void put(ObjectNode kinds, String kind, long count, long hash) {
        kinds.putObject(kind).put("count", count).put("hash", HexFormat.of().toHexDigits(hash));
    }

    /**
     * Streams the ids of a selection with version and sequence, in the order of ids, at one point of the history.
     *
     * @param out is not closed
     */
    public void liveIds(Caller caller, Selection selection, OutputStream out) throws SQLException, IOException {
        try (Connection connection = database.connectForSnapshot(caller.scope())) {
            ObjectNode begin = Json.object();
            begin.set("begin", where(connection, caller, selection));
            line(out, begin);
            long[] count = {0};
            RecordLines.read(
                    connection,
                    "select " + ID_LINE + " from record r where r.deleted_at is null and "
                            + condition(connection, caller, selection) + " order by r.id",
                    line -> {
                        out.write(line);
                        count[0]++;
                    });
            ObjectNode end = Json.object();
            end.putObject("end").put("count", count[0]);
            line(out, end);
        }
    }

    private ObjectNode where(Connection connection, Caller caller, Selection selection) throws SQLException {
        FeedHead head = FeedHead.read(connection);
        ObjectNode where = Json.object();
        where.put("epoch", epoch.toString());
        where.put("cursor", new Cursor(epoch, head.seq(), caller.scopeRevision()).encode());
        where.put("seq", head.seq());
        selection.since().ifPresent(day -> where.put("since", day.toString()));
        return where;
    }

    private static String condition(Connection connection, Caller caller, Selection selection) throws SQLException {
        Set<UUID> mine = selection.mine() && !selection.isWhole() ? OwnWork.of(connection, caller.id()) : Set.of();
        String kinds = "r.kind in ('" + String.join("','", selection.kinds()) + "')";
        // A condition on one kind alone leaves the planner more ways than a choice by kind.
        String selected = selection.kinds().size() == 1 && mine.isEmpty()
                ? new SelectionSql(selection)
                        .ofKind(selection.kinds().iterator().next())
                : new SelectionSql(selection).ofAny(mine);
        return kinds + " and " + selected;
    }

    private static void line(OutputStream out, ObjectNode node) throws IOException {
        out.write((Json.text(node) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
