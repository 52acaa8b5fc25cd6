package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;
import org.waystation.api.assets.AssetColumn;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.live.TypedFilter;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.store.LocalStore;
import org.waystation.store.StoreException;

/**
 * Files as each format's own program wrote them, with unsent work in them. A new step of the schema needs a file of the
 * format that it leads to: written once by {@link LocalStore}, with the records and operations that {@link #whole} looks
 * for, and never changed.
 */
class FormatsTest {

    /** Steps of SQLite's virtual machine between two looks at what a kill would leave. */
    private static final int STEPS = 20;

    @TempDir
    Path temp;

    @Test
    void thereIsAFileOfEveryFormat() throws Exception {
        for (int format = 1; format <= new Schema().current(); format++) {
            try (Session session = new CipherFile(copy(format)).openWriter(StoreFixture.KEY)) {
                assertEquals(format, Schema.found(session));
            }
        }
    }

    @Test
    void eachIsBroughtForwardWithAllThatIsInIt() throws Exception {
        for (int format = 1; format <= new Schema().current(); format++) {
            whole(copy(format).getParent(), "format " + format);
        }
    }

    @Test
    void eachComesToTheVeryTablesOfANewFile() throws Exception {
        List<String> fresh = tables(temp.resolve("new.db"));
        for (int format = 1; format <= new Schema().current(); format++) {
            assertEquals(fresh, tables(copy(format)), "format " + format);
        }
    }

    private static List<String> tables(Path file) throws Exception {
        try (Session session = new CipherFile(file).openWriter(StoreFixture.KEY)) {
            new Schema().migrate(session, new Faults(file.getParent()));
            return session.list(
                    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name", row -> row.getString(1));
        }
    }

    @Test
    void aKillAtAnyMomentOfAMigrationLeavesAFileThatIsBroughtForwardNextTime() throws Exception {
        for (int format = 1; format < new Schema().current(); format++) {
            Path file = copy(format);
            List<Path> images = new ArrayList<>();
            try (Session session = new CipherFile(file).openWriter(StoreFixture.KEY)) {
                ProgressHandler.setHandler(session.connection(), STEPS, new ProgressHandler() {
                    @Override
                    protected int progress() {
                        try {
                            Path image = temp.resolve("image-" + UUID.randomUUID());
                            images.add(StoreFixture.imageOf(file.getParent(), image));
                            return 0;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                });
                new Schema().migrate(session, new Faults(file.getParent()));
                ProgressHandler.clearHandler(session.connection());
                images.add(StoreFixture.imageOf(file.getParent(), temp.resolve("after-" + format)));
            }
            assertTrue(images.size() >= 2, "format " + format + " was looked at while it was migrated");
            for (Path image : images) {
                whole(image, "format " + format + ", " + image.getFileName());
            }
        }
    }

    @Test
    void anOlderProgramRefusesANewerFileAndLeavesEveryByteOfIt() throws Exception {
        Path file = copy(new Schema().current());
        try (Session session = new CipherFile(file).openWriter(StoreFixture.KEY)) {
            session.execute("PRAGMA user_version = " + (new Schema().current() + 1));
        }
        byte[] before = Files.readAllBytes(file);
        StoreException refused =
                assertThrows(StoreException.class, () -> LocalStore.open(file.getParent(), StoreFixture.KEY));
        assertEquals(StoreException.Reason.NEWER_SCHEMA, refused.reason());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    private static void whole(Path folder, String which) throws Exception {
        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            EntityRecord ticket = StoreFixture.ticket(store, id(10));
            assertEquals("p2", ticket.data().get("priority"), which + ": the change made offline");
            assertEquals(Map.of("unknown", true), ticket.data().get("later"), which + ": a newer server's field");
            assertEquals(
                    "p3",
                    store.records().server(ticket.ref()).orElseThrow().data().get("priority"),
                    which);
            assertEquals(
                    2,
                    store.records()
                            .referring(EntityKind.NOTE, "ticketId", id(10))
                            .size(),
                    which);
            assertEquals(
                    List.of(id(40), id(41)),
                    store.outbox().pending().stream()
                            .map(pending -> pending.operation().id())
                            .toList(),
                    which);
            assertEquals(2, store.outbox().ready(10).size(), which);
            assertEquals("cursor-1", store.replica().position().orElseThrow().cursor(), which);
            TicketQuery mine = new TicketQuery(
                    TicketFilter.parse("assignee:me status:open company:harbour"),
                    TicketColumn.SLA_DUE,
                    false,
                    Optional.empty());
            assertEquals(1, store.tickets().keys(mine, Optional.of(id(2))).size(), which);
            assertEquals(
                    1, store.tickets().search("backup", 5, Optional.empty()).size(), which);
            AssetQuery assets = new AssetQuery(
                    TypedFilter.parse("site:pier", AssetQuery.KEYS),
                    AssetColumn.NAME,
                    false,
                    Optional.empty(),
                    LocalDate.EPOCH);
            assertEquals(1, store.assets().first(assets, 5).size(), which);
            store.outbox().discard(id(40));
            assertEquals("p3", StoreFixture.ticket(store, id(10)).data().get("priority"), which);
            assertTrue(
                    store.records()
                            .find(new RecordRef(EntityKind.ASSET, id(30)))
                            .isPresent(),
                    which);
        }
    }

    private static UUID id(int number) {
        return new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    private Path copy(int format) throws IOException {
        Path file = Files.createDirectories(temp.resolve("format-" + format + "-" + UUID.randomUUID()))
                .resolve("store.db");
        try (InputStream stored = FormatsTest.class.getResourceAsStream("formats/format-" + format + ".db")) {
            assertNotNull(stored, "there is no file of format " + format);
            Files.copy(stored, file);
        }
        return file;
    }
}
