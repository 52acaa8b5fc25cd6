package org.waystation.server.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.session.Caller;

/**
 * Both ends of the history, as one transaction sees them.
 *
 * @param seq the last sequence that was committed
 * @param oldest cursors before it cannot be continued
 */
public record FeedHead(long seq, long oldest) {

    public static FeedHead read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select seq, oldest from feed_head")) {
            rows.next();
            return new FeedHead(rows.getLong(1), rows.getLong(2));
        }
    }

    /**
     * @param caller whose cursor it must be
     * @throws ProblemException if the history cannot be continued from the cursor
     */
    public void requireContinues(UUID epoch, Caller caller, Cursor cursor) {
        boolean fromTheFuture = cursor.seq() > seq;
        if (!cursor.epoch().equals(epoch) || fromTheFuture) {
            throw new ProblemException(ProblemCode.EPOCH_CHANGED, "Take a new snapshot; unsent changes stay valid.");
        }
        if (cursor.scopeRevision() != caller.scopeRevision()) {
            throw new ProblemException(
                    ProblemCode.SCOPE_CHANGED,
                    "What you may see has changed. Take a new snapshot; unsent changes stay valid.");
        }
        if (cursor.seq() < oldest) {
            throw new ProblemException(
                    ProblemCode.CURSOR_EXPIRED,
                    "Deletions since this cursor are no longer known. Take a new snapshot.");
        }
    }
}
