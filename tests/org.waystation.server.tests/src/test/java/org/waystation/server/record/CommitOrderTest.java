package org.waystation.server.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waystation.api.record.EntityKind;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;

/** The order of sequences is the order of commits, or a reader would skip what commits late with a low sequence. */
@ExtendWith(ServerExtension.class)
class CommitOrderTest {

    private final TestServer server;
    private final FeedWriter feed = new FeedWriter();

    CommitOrderTest(TestServer server) {
        this.server = server;
    }

    @Test
    void aSecondWriterWaitsForTheCommitOfTheFirst() throws Exception {
        try (Connection first = transaction();
                Connection second = transaction();
                ExecutorService executor = Executors.newSingleThreadExecutor()) {
            long before = head();
            UUID early = UUID.randomUUID();
            UUID late = UUID.randomUUID();
            long firstSeq = write(first, early);
            int pid = pid(second);
            Future<Long> secondSeq = executor.submit(() -> {
                long seq = write(second, late);
                second.commit();
                return seq;
            });
            awaitLock(pid);
            assertFalse(secondSeq.isDone());
            assertEquals(before, head(), "nothing is to be seen before the first has committed");
            first.commit();
            assertEquals(before + 1, firstSeq);
            assertEquals(before + 2, secondSeq.get());
            clean(early, late);
        }
    }

    @Test
    void aWriterThatGivesUpLeavesNoGapForReadersToWaitFor() throws Exception {
        try (Connection first = transaction();
                Connection second = transaction()) {
            long before = head();
            write(first, UUID.randomUUID());
            first.rollback();
            UUID made = UUID.randomUUID();
            assertEquals(before + 1, write(second, made));
            second.commit();
            clean(made);
        }
    }

    @Test
    void aReaderOfTheFeedMissesNothingOfManyWriters() throws Exception {
        int writers = 6;
        int each = 60;
        long start = head();
        AtomicBoolean done = new AtomicBoolean();
        List<UUID> read = new ArrayList<>();
        List<UUID> made = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(writers + 1)) {
            Future<?> reader = executor.submit((Callable<Void>) () -> {
                long cursor = start;
                boolean last = false;
                while (!last) {
                    // Asked before reading: what is committed now is read in this round.
                    last = done.get();
                    cursor = readFrom(cursor, read);
                }
                return null;
            });
            List<Future<List<UUID>>> work = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                work.add(executor.submit(() -> writeMany(each)));
            }
            for (Future<List<UUID>> one : work) {
                made.addAll(one.get());
            }
            done.set(true);
            reader.get();
        }
        assertEquals(writers * each, read.size());
        assertTrue(read.containsAll(made));
        clean(made.toArray(UUID[]::new));
    }

    private List<UUID> writeMany(int count) throws Exception {
        List<UUID> made = new ArrayList<>();
        try (Connection connection = transaction()) {
            for (int i = 0; i < count; i++) {
                UUID id = UUID.randomUUID();
                write(connection, id);
                connection.commit();
                made.add(id);
            }
        }
        return made;
    }

    private long readFrom(long cursor, List<UUID> read) throws SQLException {
        try (Connection connection = server.database().connect();
                PreparedStatement statement =
                        connection.prepareStatement("select id, seq from record where seq > ? order by seq")) {
            statement.setLong(1, cursor);
            long last = cursor;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(rows.getObject(1, UUID.class));
                    last = rows.getLong(2);
                }
            }
            return last;
        }
    }

    private long write(Connection connection, UUID id) throws SQLException {
        var data = Json.object().put("name", "Commit order");
        return feed.write(connection, List.of(RecordWrite.created(EntityKind.COMPANY, id, Optional.of(id), data)))
                .getFirst()
                .seq();
    }

    private Connection transaction() throws Exception {
        Connection connection = server.connection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static int pid(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Returns when that connection waits for a lock: a condition to wait for, not a time. */
    private void awaitLock(int pid) throws SQLException {
        while (server.sql("select 1 from pg_stat_activity where wait_event_type = 'Lock' and pid = " + pid)
                .isEmpty()) {
            assertTrue(connectionIsOpen(pid), "the second writer has gone");
        }
    }

    private boolean connectionIsOpen(int pid) throws SQLException {
        return !server.sql("select 1 from pg_stat_activity where pid = " + pid).isEmpty();
    }

    private void clean(UUID... ids) throws SQLException {
        for (UUID id : ids) {
            server.sql("delete from record where id = '" + id + "'");
        }
        server.sql(
                "update record_count c set live = (select count(*) from record r where r.kind = c.kind and deleted_at is null)");
    }

    private long head() throws SQLException {
        return Long.parseLong(server.sql("select seq from feed_head").getFirst());
    }
}
