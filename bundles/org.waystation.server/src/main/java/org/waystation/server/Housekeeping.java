package org.waystation.server;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.server.database.Database;
import org.waystation.server.database.Scope;
import org.waystation.server.record.Tombstones;

/** Forgets once a day what need not be known for ever. With several servers on a database each does; that harms nothing. */
final class Housekeeping implements AutoCloseable {

    /** As the contract says. */
    static final Duration KEEP_TOMBSTONES = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PACE = Duration.ofDays(1);

    private static final List<String> FORGET = List.of(
            // Longer than the longest offline lease: an operation sent again is still known.
            "delete from operation_result where applied_at < now() - interval '120 days'",
            // Tokens of what was taken away are kept so that their holder is told, for as long as it may stay away.
            "delete from api_token where sign_in_id is not null and expires_at < now() - interval '90 days'",
            "delete from refresh_token where expires_at < now() - interval '90 days'",
            "delete from quota where at < now() - interval '10 minutes'");

    private final Database database;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());

    Housekeeping(Database database) {
        this.database = database;
    }

    void start() {
        clock.scheduleWithFixedDelay(this::tidySafely, 1, PACE.toMinutes(), TimeUnit.MINUTES);
    }

    private void tidySafely() {
        try {
            tidy();
        } catch (SQLException | RuntimeException e) {
            LOG.atWarn().setCause(e).log("old data was not forgotten; the next turn tries again");
        }
    }

    void tidy() throws SQLException {
        database.inTransaction(connection -> {
            Database.take(connection, Scope.EVERYTHING);
            new Tombstones().purge(connection, KEEP_TOMBSTONES);
            return connection;
        });
        database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : FORGET) {
                    statement.executeUpdate(sql);
                }
            }
            return connection;
        });
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
