package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogManager;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.OperationResult;
import org.waystation.api.sync.SnapshotSink;

/** On the real server: each of a thousand time entries is committed there, and each one's reply is lost. */
class ExactlyOnceTest {

    private static final int ENTRIES = 1_000;

    @TempDir
    Path folder;

    @BeforeAll
    static void quiet() {
        LogManager.getLogManager().reset(); // a thousand lost replies are wanted here
    }

    @Test
    void aThousandLostRepliesMakeAThousandEntries() throws Exception {
        VirtualTime time = new VirtualTime(failure -> {
            throw new AssertionError(failure);
        });
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), "small")) {
            Loses between = new Loses(LiveMachine.backend(server.url(), server.token()));
            try (LiveMachine machine = new LiveMachine(
                    folder.resolve("store"),
                    server.url(),
                    server.token(),
                    backend -> between,
                    time::thread,
                    time.clock(() -> Duration.ZERO),
                    time::nanos)) {
                time.advance(Duration.ofSeconds(5));
                machine.store().outbox().commit(TimeEntries.of(machine.store(), ENTRIES, 0));
                for (int i = 0; i < 3 * ENTRIES && machine.store().outbox().waitingCount() > 0; i++) {
                    machine.engine().service().syncNow(); // by itself it waits longer after each lost reply
                    time.advance(Duration.ofSeconds(1));
                }
                assertEquals(0, machine.store().outbox().pending().size());
            }
            assertEquals(ENTRIES, between.lost.get());
            Booked booked = new Booked();
            LiveMachine.backend(server.url(), server.token()).snapshot(Set.of(EntityKind.TIME_ENTRY), booked);
            assertEquals(ENTRIES, booked.entries);
            assertEquals(IntStream.range(0, ENTRIES).map(TimeEntries::minutes).sum(), booked.minutes);
            assertEquals(ENTRIES, booked.comments.size());
        }
    }

    /** Sends each operation once by itself and loses the reply; from the second time on all goes well. */
    private static final class Loses extends ForwardingBackend {

        private final AtomicInteger lost = new AtomicInteger();
        private final Set<UUID> sent = new HashSet<>();

        Loses(Backend inner) {
            super(inner);
        }

        /** Without events: to wait for one would be to wait in virtual time for what comes in real time. */
        @Override
        public Set<Capability> capabilities() {
            Set<Capability> capabilities = EnumSet.copyOf(super.capabilities());
            capabilities.remove(Capability.PUSH_EVENTS);
            return capabilities;
        }

        @Override
        public List<OperationResult> push(List<Operation> operations) throws BackendException {
            for (Operation operation : operations) {
                if (sent.add(operation.id())) {
                    List<OperationResult> results = super.push(List.of(operation));
                    assertTrue(results.getFirst() instanceof OperationResult.Applied, () -> String.valueOf(results));
                    lost.incrementAndGet();
                    throw new BackendException(BackendException.Cause.UNREACHABLE, "The reply was lost.");
                }
            }
            return super.push(operations);
        }
    }

    private static final class Booked implements SnapshotSink {

        private int entries;
        private long minutes;
        private final Set<String> comments = new HashSet<>();

        @Override
        public void begin(String epoch, Map<EntityKind, Long> expected) {
            // only the records count
        }

        @Override
        public void record(EntityRecord record) {
            String comment = record.fields().text("comment");
            if (comment.startsWith(TimeEntries.MARK)) {
                entries++;
                minutes += record.fields().number("minutes").orElse(0L);
                comments.add(comment);
            }
        }

        @Override
        public void workable() {
            // only the records count
        }
    }
}
