package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.search.TextQuery;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Problem;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.store.Documents.Change;
import org.waystation.store.LocalStore;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.Blobs;
import org.waystation.store.blob.KeyOwner;

/** Fifty and more marked texts by every way into the store; none of them can be read in any file it leaves. */
class CanaryTest {

    private static final Map<EntityKind, List<String>> FIELDS = Map.of(
            EntityKind.TICKET,
            List.of("subject", "source", "unknown", "checklist"),
            EntityKind.NOTE,
            List.of("body", "authorName", "later"),
            EntityKind.TIME_ENTRY,
            List.of("comment", "workType"),
            EntityKind.ASSET,
            List.of("name", "serial", "manufacturer", "model", "role", "location", "supplier"),
            EntityKind.ARTICLE,
            List.of("title", "body", "category"),
            EntityKind.COMPANY,
            List.of("name", "website", "phone", "notes"),
            EntityKind.CONTACT,
            List.of("name", "email", "phone", "mobile"),
            EntityKind.SITE,
            List.of("name", "address", "city"),
            EntityKind.USER,
            List.of("name", "email"),
            new EntityKind("fromTheFuture"),
            List.of("one", "two"));

    @TempDir
    Path temp;

    private final List<String> marks = new ArrayList<>();

    @Test
    void noneOfThemCanBeReadInAnyFile() throws Exception {
        Path folder = temp.resolve("store");
        Set<Path> before = Set.copyOf(scratchFiles());
        try (LocalStore store = LocalStore.open(folder, StoreFixture.KEY)) {
            fill(store);
            assertTrue(marks.size() >= 50, "only " + marks.size());
            assertEquals(List.of(), readable(filesBelow(folder)), "while open");
        }
        assertEquals(List.of(), readable(filesBelow(folder)), "after closing");
        List<Path> scratch = scratchFiles();
        scratch.removeAll(before);
        assertEquals(List.of(), readable(scratch), "in the folder for temporary files");
    }

    @Test
    void whatCouldBeReadWouldBeFound() throws Exception {
        String marked = mark();
        Files.writeString(temp.resolve("plain"), "x" + marked.toLowerCase(Locale.ROOT) + "x");
        Files.writeString(temp.resolve("wide"), "x" + marked, StandardCharsets.UTF_16LE);
        assertEquals(2, readable(filesBelow(temp)).size());
        assertFalse(readable(filesBelow(temp)).isEmpty());
    }

    private void fill(LocalStore store) throws Exception {
        List<EntityRecord> records = new ArrayList<>();
        for (Map.Entry<EntityKind, List<String>> kind : FIELDS.entrySet()) {
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            kind.getValue().forEach(field -> data.put(field, mark()));
            data.put("tags", List.of(mark()));
            records.add(new EntityRecord(kind.getKey(), Sample.id(), 1, records.size() + 1, data));
        }
        StoreFixture.snapshot(store, mark(), mark(), records.toArray(EntityRecord[]::new));
        store.awaitIndexed();
        EntityRecord ticket = records.stream()
                .filter(record -> record.kind().equals(EntityKind.TICKET))
                .findFirst()
                .orElseThrow();
        Operation refused = Sample.update(ticket, "subject", mark());
        Blob file = store.blobs().put(KeyOwner.of(UUID.randomUUID()), content(mark()), 1_000_000);
        Operation attached =
                Sample.create(EntityKind.ATTACHMENT, Sample.id(), List.of(), "name", mark(), "sha256", file.sha256());
        store.outbox().commit(List.of(refused, Sample.note(ticket.id(), mark())));
        store.outbox().commit(List.of(attached), Map.of(attached.id(), file));
        store.outbox().park(refused.id(), new Problem("refused", mark(), mark(), List.of()));
        store.uploads().located(attached.id(), Optional.of(mark()));
        store.uploads().failed(attached.id(), mark());
        try (Blobs.Arriving arriving = store.blobs().receive(new Blob(KeyOwner.PROFILE, "0".repeat(64), 200_000))) {
            byte[] part = content(mark()).readAllBytes();
            arriving.write(part, 0, part.length);
        }
        store.sealed().put("draft." + mark(), mark()).toCompletableFuture().join();
        store.documents().write(List.of(new Change("credentials", mark(), mark().getBytes(StandardCharsets.UTF_8))));
        store.awaitIndexed();
        for (String typed : List.of(mark(), mark())) {
            store.tickets().search(typed, 5, Optional.empty());
            store.text().search(new TextQuery(typed, Set.of(), 5), () -> false);
            store.tickets()
                    .keys(
                            new TicketQuery(
                                    TicketFilter.parse("company:" + typed + " " + typed),
                                    TicketColumn.SUBJECT,
                                    false,
                                    Optional.of(TicketColumn.STATUS)),
                            Optional.empty());
        }
    }

    private String mark() {
        String mark = "Quokka" + marks.size() + "mark" + Long.toString(0xabcdefL * (marks.size() + 7), 36);
        marks.add(mark);
        return mark;
    }

    /** A hundred thousand bytes that hold it everywhere. */
    private static ByteArrayInputStream content(String mark) {
        return new ByteArrayInputStream(
                (mark + "\n").repeat(100_000 / mark.length()).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> readable(List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
                String text = new String(bytes, charset).toLowerCase(Locale.ROOT);
                if (text.contains("quokka")) {
                    found.add(file.getFileName() + " in " + charset);
                }
            }
        }
        return found;
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<Path> scratchFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }
}
