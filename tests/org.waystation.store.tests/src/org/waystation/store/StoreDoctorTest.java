package org.waystation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.store.Replica.SnapshotWriter;

class StoreDoctorTest {

    private static final byte[] KEY = new byte[32];
    private static final int PAGE = 4096;

    @TempDir
    Path temp;

    private Path folder;
    private StoreDoctor doctor;

    @BeforeEach
    void fill() throws Exception {
        folder = temp.resolve("store");
        doctor = new StoreDoctor(folder);
        try (LocalStore store = LocalStore.open(folder, KEY)) {
            List<EntityRecord> tickets = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                tickets.add(new EntityRecord(
                        EntityKind.TICKET,
                        new UUID(1, i),
                        1,
                        i + 1,
                        new HashMap<>(
                                Map.of("number", i, "subject", "Ticket " + i, "description", "words ".repeat(40)))));
            }
            try (SnapshotWriter writer = store.replica().beginSnapshot("epoch")) {
                writer.write(tickets);
                writer.complete("cursor");
            }
            store.outbox()
                    .commit(List.of(new Operation(
                            new UUID(2, 1),
                            Operation.Type.CREATE,
                            EntityKind.NOTE,
                            new UUID(2, 2),
                            0,
                            List.of(
                                    new FieldChange("ticketId", null, new UUID(1, 1).toString()),
                                    new FieldChange("body", null, "Not yet sent")),
                            List.of(),
                            Instant.EPOCH)));
        }
    }

    @Test
    void aStoreThatIsWellIsLeftAlone() throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("store.db"));
        assertEquals(List.of(), doctor.check(KEY));
        assertEquals(Optional.empty(), doctor.repair(KEY));
        assertTrue(Arrays.equals(before, Files.readAllBytes(folder.resolve("store.db"))), "it was changed");
    }

    @Test
    void oneFlippedBitOnAnyPageIsFound() throws Exception {
        Path file = folder.resolve("store.db");
        byte[] whole = Files.readAllBytes(file);
        int pages = whole.length / PAGE;
        for (int page = 0; page < pages; page++) {
            flip(file, (long) page * PAGE + 1_500);
            assertFalse(doctor.check(KEY).isEmpty(), "page " + page + " of " + pages);
            Files.write(file, whole);
        }
        assertEquals(List.of(), doctor.check(KEY));
    }

    @Test
    void repairKeepsWhatWasNotSent() throws Exception {
        Path file = folder.resolve("store.db");
        flip(file, 1_500);
        String done = doctor.repair(KEY).orElseThrow();
        assertTrue(done.contains("damaged"), done);
        assertEquals(List.of(), doctor.check(KEY));
        try (LocalStore store = LocalStore.open(folder, KEY)) {
            assertTrue(store.replica().position().isEmpty(), "the rest is fetched again");
        }
    }

    @Test
    void aWrongKeyIsNoDamage() {
        byte[] wrong = new byte[32];
        wrong[0] = 1;
        StoreException fault = assertThrows(StoreException.class, () -> doctor.check(wrong));
        assertEquals(StoreException.Reason.WRONG_KEY, fault.reason());
        assertThrows(StoreException.class, () -> doctor.repair(wrong));
    }

    private static void flip(Path file, long at) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1));
            channel.write(one.rewind(), at);
        }
    }
}
