package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.store.LocalStore;

class SecrecyTest {

    private static final String MARKER = "Quokkamarker";

    @TempDir
    Path temp;

    @Test
    void nothingThatWasStoredCanBeReadInAnyFile() throws Exception {
        Path folder = temp.resolve("store");
        List<EntityRecord> tickets = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            tickets.add(Sample.ticket(Sample.id(), 1, i + 1, "subject", MARKER + " on SRV-" + i));
        }
        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            StoreFixture.snapshot(store, "epoch-" + MARKER, "cursor-" + MARKER, tickets.toArray(EntityRecord[]::new));
            store.outbox().commit(List.of(Sample.note(tickets.getFirst().id(), MARKER + " in a note")));
            store.sealed().put("draft", MARKER).toCompletableFuture().join();
            sortAndSearch(store);
            assertTrue(Files.size(folder.resolve("store.db-wal")) > 0, "the journal is looked at as well");
            assertFalse(anyFileHolds(folder, MARKER), "while open");
        }
        assertFalse(anyFileHolds(folder, MARKER), "after closing");
        assertFalse(anyFileHolds(folder, "SQLite format"), "not even that it is a database");
    }

    @Test
    void theScanFindsWhatIsReadable() throws IOException {
        Files.writeString(temp.resolve("plain"), "…" + MARKER + "…");
        assertTrue(anyFileHolds(temp, MARKER));
    }

    private static void sortAndSearch(LocalStore store) throws Exception {
        TicketQuery query =
                new TicketQuery(TicketFilter.parse("priority:p3"), TicketColumn.SUBJECT, false, Optional.empty());
        assertEquals(3_000, store.tickets().keys(query, Optional.empty()).size());
        assertEquals(10, store.tickets().search(MARKER, 10, Optional.empty()).size());
    }

    private static boolean anyFileHolds(Path folder, String marker) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.toLowerCase(Locale.ROOT).contains(marker.toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }
}
