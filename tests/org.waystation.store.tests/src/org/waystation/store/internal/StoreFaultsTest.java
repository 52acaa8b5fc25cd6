package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Operation;
import org.waystation.store.LocalStore;
import org.waystation.store.StoreException;
import org.waystation.store.StoreException.Reason;

class StoreFaultsTest {

    @TempDir
    Path temp;

    private final EntityRecord ticket = Sample.ticket(Sample.id(), 3, 10);

    @Test
    void aWrongKeyIsRefusedAndChangesNothing() throws Exception {
        Path folder = filled();
        byte[] before = Files.readAllBytes(folder.resolve("store.db"));

        assertEquals(Reason.WRONG_KEY, opening(folder, StoreFixture.key(8)).reason());

        assertArrayEquals(before, Files.readAllBytes(folder.resolve("store.db")));
        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            assertEquals(ticket, StoreFixture.ticket(store, ticket.id()));
        }
    }

    @Test
    void withoutItsCheckAWrongKeyIsNotTakenForDamage() throws Exception {
        Path folder = filled();
        Files.delete(folder.resolve("key-check"));

        assertEquals(Reason.WRONG_KEY, opening(folder, StoreFixture.key(8)).reason());
        assertEquals(0, setAside(folder).size());
    }

    @Test
    void aDamagedHeadIsSetAsideAndANewStoreBegun() throws Exception {
        Path folder = filled();
        flip(folder.resolve("store.db"), 40);
        byte[] damaged = Files.readAllBytes(folder.resolve("store.db"));

        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            assertTrue(store.replica().position().isEmpty(), "the rest comes from the server again");
        }
        Path copy = setAside(folder).getFirst();
        assertArrayEquals(damaged, Files.readAllBytes(copy.resolve("store.db")), "the damaged file is kept as it was");
    }

    @Test
    void damageFoundWhileReadingIsHealedAtTheNextStartAndUnsentWorkIsSaved() throws Exception {
        Path folder = temp.resolve("store");
        Operation edit = Sample.note(ticket.id(), "Written offline");
        List<EntityRecord> notes = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            notes.add(Sample.record(
                    EntityKind.NOTE,
                    Sample.id(),
                    1,
                    20 + i,
                    "ticketId",
                    ticket.id().toString(),
                    "body",
                    "x".repeat(500)));
        }
        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
            store.outbox().commit(List.of(edit));
            StoreFixture.snapshot(store, "epoch-1", "c2", notes.toArray(EntityRecord[]::new));
        }
        Path file = folder.resolve("store.db");
        flip(file, Files.size(file) / 2, 8_192); // whole pages among the notes

        StoreException fault = assertThrows(StoreException.class, () -> readAll(folder, notes));
        assertEquals(Reason.CORRUPT, fault.reason());

        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            assertEquals(List.of(edit), store.outbox().ready(10));
            assertTrue(store.records().find(edit.ref()).isPresent(), "a note made here is still shown");
        }
        assertEquals(1, setAside(folder).size());
    }

    @Test
    void aNewerFormatIsRefusedWithoutHarm() throws Exception {
        Path folder = filled();
        try (Session session = new CipherFile(folder.resolve("store.db")).openWriter(StoreFixture.KEY)) {
            session.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(folder.resolve("store.db"));

        assertEquals(Reason.NEWER_SCHEMA, opening(folder, StoreFixture.KEY).reason());

        assertArrayEquals(before, Files.readAllBytes(folder.resolve("store.db")));
    }

    @Test
    void anEditThatDoesNotFitOnTheDiskIsRefusedWholeAndTheStoreWorksOn() throws Exception {
        Commits commits = new Commits();
        Database database = StoreFixture.database(temp.resolve("store"), new ThreadGuard(), commits);
        try (commits;
                database) {
            StoredOutbox outbox = new StoredOutbox(database);
            Operation small = Sample.note(ticket.id(), "Fits");
            outbox.commit(List.of(small));
            limitPages(database, 2);
            Operation large = Sample.note(ticket.id(), "x".repeat(90_000));

            StoreException fault = assertThrows(StoreException.class, () -> outbox.commit(List.of(large)));

            assertEquals(Reason.DISK_FULL, fault.reason());
            assertTrue(String.valueOf(fault.getMessage()).contains("Free some space"));
            assertEquals(List.of(small), outbox.ready(10));
            limitPages(database, 10_000);
            outbox.commit(List.of(large));
            assertEquals(List.of(small, large), outbox.ready(10));
        }
    }

    @Test
    void afterClosingEveryCallSaysSo() throws Exception {
        LocalStore store = LocalStore.open(temp.resolve("store"), StoreFixture.KEY);
        store.close();
        assertEquals(
                Reason.CLOSED,
                assertThrows(StoreException.class, () -> store.outbox().pending())
                        .reason());
        assertEquals(
                Reason.CLOSED,
                assertThrows(StoreException.class, () -> store.outbox().commit(List.of()))
                        .reason());
    }

    /** Lets the file grow by so many pages and no more, as a disk that is nearly full does. */
    private static void limitPages(Database database, int more) throws StoreException {
        database.write(Database.Durability.FULL, transaction -> {
            int pages = transaction
                    .session()
                    .first("PRAGMA page_count", row -> row.getInt(1))
                    .orElse(0);
            transaction.session().execute("PRAGMA max_page_count = " + (pages + more));
            return true;
        });
    }

    private Path filled() throws StoreException {
        Path folder = temp.resolve("store");
        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            StoreFixture.snapshot(store, "epoch-1", "c1", ticket);
        }
        return folder;
    }

    private static void readAll(Path folder, List<EntityRecord> records) throws StoreException {
        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            for (EntityRecord record : records) {
                assertEquals(
                        record.data(),
                        store.records().find(record.ref()).orElseThrow().data());
            }
        }
    }

    private static StoreException opening(Path folder, byte[] key) {
        return assertThrows(
                StoreException.class, () -> LocalStore.open(folder, key).close());
    }

    private static void flip(Path file, long at) throws IOException {
        flip(file, at, 1);
    }

    private static void flip(Path file, long at, int length) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < length; i++) {
            bytes[(int) at + i] ^= 0x10;
        }
        Files.write(file, bytes);
    }

    private static List<Path> setAside(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> found = entries.filter(
                            path -> path.getFileName().toString().startsWith("damaged-"))
                    .toList();
            assertFalse(Files.exists(folder.resolve("damaged")), "the mark is gone once it was dealt with");
            return found;
        }
    }
}
