package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SnapshotSink;
import org.waystation.server.faults.FaultKind;

/**
 * The real client, engine and store against the real server in its hostile mode. Once it is calm everything drains, nothing
 * is lost or doubled, and both sides hold the same.
 */
class HostileServerTest {

    private static final int ROUNDS = 20;
    private static final int EACH = 5;
    private static final int CALM = 25;
    private static final Pattern FAULT = Pattern.compile("fault=\"?([a-z0-9-]+)");

    @TempDir
    Path folder;

    @BeforeAll
    static void quiet() {
        LogManager.getLogManager().reset(); // what goes wrong here goes wrong on purpose
    }

    @Test
    void nothingIsLostOrDoubledWhateverGoesWrong() throws Exception {
        String kinds = Arrays.stream(FaultKind.values())
                .filter(kind -> kind != FaultKind.RESTORED_OLDER)
                .map(FaultKind::code)
                .collect(Collectors.joining("+"));
        Map<String, Integer> booked = live("kept", "seed=5,rate=0.3,requests=150,kinds=" + kinds);
        assertEquals(ROUNDS * EACH, booked.size(), "entries that are on the server");
        assertEquals(Set.of(1), Set.copyOf(booked.values()), "how often each of them is there");
    }

    @Test
    void nothingIsDoubledWhereTheDatabaseWentBack() throws Exception {
        Map<String, Integer> booked = live("all", "seed=2,rate=0.4,requests=150,kinds=all");
        assertTrue(booked.values().stream().allMatch(times -> times == 1), booked::toString);
        Set<String> met = met("all");
        assertTrue(met.contains(FaultKind.RESTORED_OLDER.code()), met::toString);
        assertTrue(met.size() > 8, met::toString);
    }

    private Set<String> met(String name) throws IOException {
        Set<String> met = new TreeSet<>();
        Matcher matcher = FAULT.matcher(Files.readString(folder.resolve(name).resolve("server/log")));
        while (matcher.find()) {
            met.add(matcher.group(1));
        }
        return met;
    }

    /** How often each time entry is on the server in the end. */
    private Map<String, Integer> live(String name, String faults) throws Exception {
        VirtualTime time = new VirtualTime(failure -> {
            throw new AssertionError(failure);
        });
        Path place = folder.resolve(name);
        try (ServerProcess server = ServerProcess.start(place.resolve("server"), "small", "--faults", faults);
                LiveMachine machine = new LiveMachine(
                        place.resolve("store"),
                        server.url(),
                        server.token(),
                        WithoutEvents::new,
                        time::thread,
                        time.clock(() -> Duration.ZERO),
                        time::nanos)) {
            for (int i = 0;
                    i < 400 && machine.store().records().all(EntityKind.TICKET).isEmpty();
                    i++) {
                step(machine, time);
            }
            for (int round = 0; round < ROUNDS; round++) {
                machine.store().outbox().commit(TimeEntries.of(machine.store(), EACH, round * EACH));
                step(machine, time);
            }
            calm(server);
            for (int i = 0; i < 40 && (i < 4 || machine.store().outbox().waitingCount() > 0); i++) {
                step(machine, time);
            }
            assertEquals(0, machine.store().outbox().pending().size(), "what still waits to be sent");
            Everything there = new Everything();
            LiveMachine.backend(server.url(), server.token()).snapshot(Set.of(), there);
            assertSame(there, machine);
            return there.booked();
        }
    }

    private static void step(LiveMachine machine, VirtualTime time) {
        machine.engine().service().syncNow();
        time.advance(Duration.ofMinutes(3));
    }

    /** Asks until all has gone well for a while. */
    private static void calm(ServerProcess server) {
        Backend backend = LiveMachine.backend(server.url(), server.token());
        int well = 0;
        for (int i = 0; i < 5_000 && well < CALM; i++) {
            try {
                backend.session();
                well++;
            } catch (BackendException e) {
                well = 0;
            }
        }
        assertEquals(CALM, well, "the server must have become calm");
    }

    private static void assertSame(Everything there, LiveMachine machine) throws Exception {
        Map<UUID, String> here = new HashMap<>();
        for (EntityKind kind : there.kinds()) {
            for (EntityRecord record : machine.store().records().all(kind)) {
                here.put(record.id(), text(record));
            }
        }
        Map<UUID, String> wanted = new HashMap<>();
        there.records.forEach((id, record) -> wanted.put(id, text(record)));
        wanted.forEach((id, text) -> assertEquals(text, here.get(id), "what the machine holds"));
        assertEquals(wanted.keySet(), here.keySet(), "the records that the machine holds");
    }

    private static String text(EntityRecord record) {
        return record.kind() + " " + record.version() + " " + new TreeMap<>(record.data());
    }

    /** Without events: to wait for one would be to wait in virtual time for what comes in real time. */
    private static final class WithoutEvents extends ForwardingBackend {

        WithoutEvents(Backend inner) {
            super(inner);
        }

        @Override
        public Set<Capability> capabilities() {
            Set<Capability> capabilities = EnumSet.copyOf(super.capabilities());
            capabilities.remove(Capability.PUSH_EVENTS);
            return capabilities;
        }
    }

    private static final class Everything implements SnapshotSink {

        private final Map<UUID, EntityRecord> records = new LinkedHashMap<>();

        @Override
        public void begin(String epoch, Map<EntityKind, Long> expected) {
            // only the records count
        }

        @Override
        public void record(EntityRecord record) {
            records.put(record.id(), record);
        }

        @Override
        public void workable() {
            // only the records count
        }

        Set<EntityKind> kinds() {
            return records.values().stream().map(EntityRecord::kind).collect(Collectors.toSet());
        }

        Map<String, Integer> booked() {
            Map<String, Integer> booked = new HashMap<>();
            for (EntityRecord record : records.values()) {
                String comment = record.fields().text("comment");
                if (record.kind().equals(EntityKind.TIME_ENTRY) && comment.startsWith(TimeEntries.MARK)) {
                    booked.merge(comment, 1, Integer::sum);
                }
            }
            return booked;
        }
    }
}
