package org.waystation.server.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waystation.server.selection.Selection;
import org.waystation.server.selection.SelectionSql;
import org.waystation.server.session.Caller;

/** How many live records there are. */
final class RecordCounts {

    /** Kept with every write, so that nobody has to count what everybody sees. */
    private static final String COUNTED = "select kind, live from record_count";

    private RecordCounts() {}

    /**
     * By kind, for the kinds of a selection.
     *
     * @param mine what the caller's own open tickets need
     */
    static Map<String, Long> of(Connection connection, Caller caller, Selection selection, Set<UUID> mine)
            throws SQLException {
        boolean counted = caller.scope().everything() && selection.isWhole();
        String counting = "select r.kind, count(*) from record r where r.deleted_at is null and "
                + new SelectionSql(selection).ofAny(mine) + " group by r.kind";
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(counted ? COUNTED : counting)) {
            while (rows.next()) {
                if (selection.kinds().contains(rows.getString(1))) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }
}
