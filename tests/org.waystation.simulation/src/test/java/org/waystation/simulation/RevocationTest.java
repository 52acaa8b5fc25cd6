package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SyncStatus;
import org.waystation.server.account.Accounts;
import org.waystation.server.database.Database;
import org.waystation.server.database.Reach;

/** On the real server: a workstation that sits idle and waits for news is told that its access was taken away. */
@Timeout(300)
class RevocationTest {

    private static final String TECHNICIAN = "tom.reyes@northwind-msp.example";

    @TempDir
    Path folder;

    @Test
    void whoWaitsForNewsIsToldWithinSeconds() throws Exception {
        BlockingQueue<SyncStatus> told = new LinkedBlockingQueue<>();
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), "small");
                LiveMachine machine =
                        LiveMachine.start(folder.resolve("store"), server.url(), server.token(), backend -> backend);
                AutoCloseable listening = machine.engine().service().listen(Runnable::run, told::add)) {
            assertTrue(machine.awaitUpToDate(Duration.ofMinutes(2)) && listening != null);
            long began = System.nanoTime();
            disable();
            SyncStatus status = told.poll(30, TimeUnit.SECONDS);
            while (status != null && status.state() != SyncStatus.State.ATTENTION) {
                status = told.poll(30, TimeUnit.SECONDS);
            }
            assertTrue(status != null, "nobody told the workstation");
            assertTrue(status.fault().orElseThrow().contains("taken away"), status::toString);
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(20).toNanos());
            // What the lease of the offline copy is ended by.
            Backend backend = LiveMachine.backend(server.url(), server.token());
            assertEquals(
                    BackendException.Cause.ACCESS_REVOKED,
                    assertThrows(BackendException.class, backend::session).kind());
        }
    }

    /** As {@code server user disable} does beside a running server. */
    private void disable() throws Exception {
        try (Reach reach = Reach.embeddedOrRunning(folder.resolve("server").resolve("data"));
                Database database = new Database(reach.owner())) {
            database.inTransaction(connection -> {
                Accounts accounts = new Accounts();
                accounts.setDisabled(
                        connection,
                        accounts.find(connection, TECHNICIAN).orElseThrow().userId(),
                        true);
                return accounts;
            });
        }
    }
}
