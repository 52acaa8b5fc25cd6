package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Digest;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncScope;
import org.waystation.api.sync.SyncStatus;
import org.waystation.server.account.Accounts;
import org.waystation.server.database.Database;
import org.waystation.server.database.Reach;
import org.waystation.sync.internal.LiveLease;
import org.waystation.vault.KeyVault;
import org.waystation.vault.internal.LiveVault;

/**
 * On the real server: a workstation takes along what moved within so many days; its lease is the server's; one that sits
 * idle and waits for news is told that its access was taken away, locks, and opens again once it was given back.
 */
@Timeout(300)
class RevocationTest {

    private static final String TECHNICIAN = "tom.reyes@northwind-msp.example";
    private static final String PASSPHRASE = "three wet herons";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void daysOfTheScopeThenTheLeaseAndItsEnd() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), "small");
                LiveMachine machine =
                        LiveMachine.start(folder.resolve("store"), server.url(), server.token(), backend -> backend);
                LiveVault vault = new LiveVault(Files.createDirectories(folder.resolve("profile")))) {
            vault.unlock(PASSPHRASE);
            assertTrue(machine.awaitUpToDate(PATIENCE));
            takesAlongDays(machine, LiveMachine.backend(server.url(), server.token()));
            revoked(server, machine, vault);
        }
    }

    /** What is held is what the server says is in scope, by count and hash of each kind: fewer days, then more. */
    private static void takesAlongDays(LiveMachine machine, Backend backend) throws Exception {
        long everything = tickets(machine);
        SyncScope week = days(7);
        hold(machine, week);
        long lately = tickets(machine);
        assertTrue(lately < everything, lately + " of " + everything);
        assertEquals(there(backend, week), machine.store().replica().digests());
        SyncScope year = days(365);
        hold(machine, year);
        assertTrue(tickets(machine) > lately);
        assertEquals(there(backend, year), machine.store().replica().digests());
    }

    /** Of the kinds of which there is anything. */
    private static Map<EntityKind, Digest> there(Backend backend, SyncScope scope) throws BackendException {
        Map<EntityKind, Digest> kinds = new HashMap<>(backend.digests(scope).kinds());
        kinds.values().removeIf(Digest.NONE::equals);
        return kinds;
    }

    private static SyncScope days(int days) {
        return new SyncScope(true, true, Set.of(), Optional.of(days), 0);
    }

    private static void hold(LiveMachine machine, SyncScope wanted) throws Exception {
        BlockingQueue<SyncFacts> told = new LinkedBlockingQueue<>();
        try (AutoCloseable following = machine.engine().control().follow(Runnable::run, told::add)) {
            machine.engine().control().takeAlong(wanted).toCompletableFuture().get(1, TimeUnit.MINUTES);
            SyncFacts facts = told.poll(1, TimeUnit.MINUTES);
            while (following != null
                    && facts != null
                    && facts.held().filter(held -> held.holdsSameAs(wanted)).isEmpty()) {
                facts = told.poll(1, TimeUnit.MINUTES);
            }
            assertTrue(facts != null, "it never held " + wanted);
        }
    }

    private static long tickets(LiveMachine machine) throws Exception {
        return machine.store().records().held().records().getOrDefault(EntityKind.TICKET, 0L);
    }

    private void revoked(ServerProcess server, LiveMachine machine, LiveVault vault) throws Exception {
        BlockingQueue<SyncStatus> told = new LinkedBlockingQueue<>();
        Backend backend = LiveMachine.backend(server.url(), server.token());
        try (AutoCloseable listening = machine.engine().service().listen(Runnable::run, told::add);
                LiveLease lease = new LiveLease(machine.engine().service(), backend, vault.lease(), vault.key())) {
            vault.office(lease.office());
            int days = backend.session().leaseDays().orElseThrow();
            await(() -> vault.lease()
                    .left()
                    .filter(left -> left.compareTo(Duration.ofDays(days).minusMinutes(5)) > 0)
                    .isPresent());
            long began = System.nanoTime();
            disabled(true);
            SyncStatus status = told.poll(30, TimeUnit.SECONDS);
            while (listening != null && status != null && status.state() != SyncStatus.State.ATTENTION) {
                status = told.poll(30, TimeUnit.SECONDS);
            }
            assertTrue(status != null, "nobody told the workstation");
            assertTrue(status.fault().orElseThrow().contains("taken away"), status::toString);
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(20).toNanos());
            assertEquals(
                    BackendException.Cause.ACCESS_REVOKED,
                    assertThrows(BackendException.class, backend::session).kind());

            await(() -> vault.state() == KeyVault.State.EXPIRED);
            assertThrows(ExecutionException.class, () -> vault.unlock(PASSPHRASE), "the server has to say so too");
            assertEquals(KeyVault.State.EXPIRED, vault.state());
            disabled(false);
            vault.unlock(PASSPHRASE);
            assertEquals(KeyVault.State.UNLOCKED, vault.state());
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it never came to that");
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** As {@code server user disable} does beside a running server. */
    private void disabled(boolean disabled) throws Exception {
        try (Reach reach = Reach.embeddedOrRunning(folder.resolve("server").resolve("data"));
                Database database = new Database(reach.owner())) {
            database.inTransaction(connection -> {
                Accounts accounts = new Accounts();
                accounts.setDisabled(
                        connection,
                        accounts.find(connection, TECHNICIAN).orElseThrow().userId(),
                        disabled);
                return accounts;
            });
        }
    }
}
