package org.waystation.server.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Forgets deletions after a while, and with them the cursors that lie before them. */
public final class Tombstones {

    private static final String PURGE = """
            with gone as (
                delete from record where deleted_at < ? returning seq
            )
            update feed_head set oldest = greatest(oldest, (select max(seq) from gone))
            where exists (select from gone)""";

    /**
     * @param keep for how long a client may stay away without having to take a new snapshot
     */
    public void purge(Connection connection, Duration keep) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minus(keep));
            statement.executeUpdate();
        }
    }
}
