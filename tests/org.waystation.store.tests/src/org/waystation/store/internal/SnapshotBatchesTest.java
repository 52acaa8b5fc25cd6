package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.StoreException;
import org.waystation.store.internal.Database.Durability;

/** What of a snapshot is written while the rest of it is read. */
class SnapshotBatchesTest {

    @TempDir
    Path temp;

    /** Whoever reads the answer would wait for each batch otherwise, and the writer for the one after it. */
    @Test
    void aBatchThatEndsWithAMarkIsHandedOverWithItAndNobodyWaitsForIt() throws Exception {
        List<EntityRecord> batch = Stream.generate(() -> Sample.ticket(Sample.id(), 1, 20))
                .limit(5_000)
                .toList();
        Commits commits = new Commits();
        Database database = StoreFixture.database(temp, new ThreadGuard(), commits);
        try (commits;
                database) {
            FirstSnapshot writer = FirstSnapshot.begin(database, "epoch-1", "part");
            CountDownLatch busy = new CountDownLatch(1);
            database.hand(Durability.NORMAL, transaction -> await(busy));
            try {
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                    writer.write(batch);
                    writer.mark("m1", 5_000);
                });
            } finally {
                busy.countDown();
            }
            writer.flush();
            UnfinishedSnapshot unfinished = database.read(snapshot -> new Meta(snapshot.session()).unfinished())
                    .orElseThrow();
            assertEquals("m1", unfinished.seen().mark());
            assertEquals(5_000, database.read(SnapshotBatchesTest::rows));
        }
    }

    private static long rows(Database.Snapshot snapshot) throws SQLException, StoreException {
        return snapshot.session()
                .first("SELECT count(*) FROM " + snapshot.generation().record(), row -> row.getLong(1))
                .orElseThrow();
    }

    private static boolean await(CountDownLatch busy) {
        try {
            busy.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
