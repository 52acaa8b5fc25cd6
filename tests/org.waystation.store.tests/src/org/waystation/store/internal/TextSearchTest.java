package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.TextHit;
import org.waystation.api.search.TextHits;
import org.waystation.api.search.TextMatch;
import org.waystation.api.search.TextQuery;
import org.waystation.api.sync.ChangePage;
import org.waystation.store.LocalStore;

class TextSearchTest {

    @TempDir
    Path folder;

    private final EntityRecord printer =
            Sample.ticket(Sample.id(), 1, 1, "subject", "Printer offline at Harbour Dental", "status", "closed");
    private final EntityRecord backup =
            Sample.ticket(Sample.id(), 1, 2, "subject", "Backup failed", "number", 48213, "status", "new");
    private final EntityRecord note = Sample.record(
            EntityKind.NOTE,
            Sample.id(),
            1,
            3,
            "ticketId",
            backup.id().toString(),
            "body",
            "Called Émile.\n"
                    + "The printer on SRV-DC01 is replaced; see the long story of its paper tray, which was empty.");
    private final EntityRecord asset = Sample.record(
            EntityKind.ASSET, Sample.id(), 1, 4, "name", "PRN-3", "serial", "XK-77-4411", "tags", List.of("lobby"));
    private final EntityRecord article =
            Sample.record(EntityKind.ARTICLE, Sample.id(), 1, 5, "title", "Paper tray", "body", "How to refill.");
    private LocalStore store;

    @BeforeEach
    void fill() throws Exception {
        store = LocalStore.open(folder, StoreFixture.KEY);
        StoreFixture.snapshot(store, "epoch-1", "c", printer, backup, note, asset, article);
        store.awaitIndexed();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void allKindsAreFoundByTheBeginningsOfTheirWords() {
        assertEquals(Set.of(printer.ref(), note.ref()), found("print"));
        assertEquals(Set.of(asset.ref()), found("xk77 4411".replace("xk77", "xk 77")));
        assertEquals(Set.of(asset.ref()), found("LOBBY"));
        assertEquals(Set.of(note.ref()), found("emil"), "without accents");
        assertEquals(Set.of(backup.ref()), found("48213"));
        assertEquals(Set.of(note.ref(), article.ref()), found("tray paper"), "in any order");
        assertEquals(Set.of(), found("printer backup"), "all words have to fit");
        assertEquals(Set.of(), found(" .,;"));
        assertTrue(found("p").size() >= 3);
    }

    @Test
    void kindsAndNumberOfHitsAreLimited() {
        assertEquals(
                Set.of(article.ref()),
                refs(search(new TextQuery("paper", Set.of(EntityKind.ARTICLE, EntityKind.ASSET), 10))));
        TextHits one = search(new TextQuery("p", Set.of(), 1));
        assertEquals(1, one.hits().size());
        assertTrue(one.more());
        assertTrue(one.complete());
    }

    @Test
    void aNoteOpensItsTicketAndShowsWhereItFits() {
        TextHit hit = search(new TextQuery("replac", Set.of(), 5)).hits().getFirst();
        assertEquals(note.ref(), hit.record());
        assertEquals(backup.ref(), hit.opens());
        assertEquals("Backup failed", hit.title());
        TextMatch match = hit.snippetMatches().getFirst();
        assertEquals("replaced", hit.snippet().substring(match.start(), match.end()));
        assertFalse(hit.snippet().contains("\n"));
    }

    @Test
    void aTitleCountsMoreThanANoteAndWholeWordsMoreThanBeginnings() {
        assertEquals(
                article.ref(),
                search(new TextQuery("paper", Set.of(), 5)).hits().getFirst().record());
    }

    @Test
    void editsAndTheServersChangesAreFollowed() throws Exception {
        store.outbox().commit(List.of(Sample.update(backup, "subject", "Tape drive failed")));
        EntityRecord changed = Sample.record(EntityKind.ARTICLE, article.id(), 2, 6, "title", "Toner", "body", "");
        EntityRecord fresh = Sample.ticket(Sample.id(), 1, 7, "subject", "Scanner jammed");
        store.replica().apply(new ChangePage("epoch-1", "c2", false, List.of(changed, fresh), List.of(printer.ref())));
        store.awaitIndexed();

        assertEquals(Set.of(backup.ref()), found("tape"));
        assertEquals(Set.of(note.ref()), found("printer"));
        assertEquals(Set.of(note.ref()), found("paper"));
        assertEquals(Set.of(article.ref()), found("toner"));
        assertEquals(Set.of(fresh.ref()), found("scanner"));
        assertEquals(0, store.text().progress().waiting());
    }

    @Test
    void afterARestartItGoesOnWhereItStood() throws Exception {
        store.outbox().commit(List.of(Sample.update(backup, "subject", "Tape drive failed")));
        store.close();
        store = LocalStore.open(folder, StoreFixture.KEY);
        store.awaitIndexed();
        assertEquals(Set.of(backup.ref()), found("tape"));
        assertEquals(Set.of(printer.ref(), note.ref()), found("print"), "and none twice");
    }

    @Test
    void aKillWhileItIsBuiltLosesAndDoublesNothing() throws Exception {
        List<EntityRecord> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(Sample.ticket(Sample.id(), 1, 10 + i, "subject", "Quokka nr" + i));
        }
        store.replica().apply(new ChangePage("epoch-1", "c2", false, many, List.of()));
        Path image = folder.resolveSibling("killed-" + UUID.randomUUID());
        copy(folder, image);
        store.close();
        store = LocalStore.open(image, StoreFixture.KEY);
        store.awaitIndexed();
        assertEquals(500, search(new TextQuery("quokka", Set.of(), 500)).hits().size());
        assertEquals(1, found("quokka nr4321").size());
        store.close();
        store = LocalStore.open(image, StoreFixture.KEY);
        store.awaitIndexed();
        assertEquals(1, found("quokka nr4321").size());
    }

    @Test
    void aNewSnapshotIsIndexedAnew() throws Exception {
        EntityRecord other = Sample.ticket(Sample.id(), 1, 1, "subject", "Printer in the other history");
        StoreFixture.snapshot(store, "epoch-2", "c", other);
        store.awaitIndexed();
        assertEquals(Set.of(other.ref()), found("printer"));
    }

    @Test
    void whatWasAlteredOnDiskIsMadeAnew() throws Exception {
        store.close();
        for (Path file : indexFiles()) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        store = LocalStore.open(folder, StoreFixture.KEY);
        store.awaitIndexed();
        assertEquals(Set.of(printer.ref(), note.ref()), found("print"));
    }

    @Test
    void noFileOfItCanBeRead() throws Exception {
        assertFalse(indexFiles().isEmpty());
        for (Path file : indexFiles()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String word : List.of("printer", "harbour", "Lucene", "4411", "title")) {
                assertFalse(text.contains(word), file + " holds " + word);
            }
        }
    }

    @Test
    void whoDoesNotWaitAnyMoreGetsNothing() throws Exception {
        List<TextHits> answers = new ArrayList<>();
        store.text()
                .search(new TextQuery("print", Set.of(), 5), Runnable::run, answers::add)
                .close();
        assertEquals(0, search(new TextQuery("print", Set.of(), 5), true).hits().size());
    }

    private Set<RecordRef> found(String text) {
        return refs(search(new TextQuery(text, Set.of(), 20)));
    }

    private TextHits search(TextQuery query) {
        return search(query, false);
    }

    private TextHits search(TextQuery query, boolean cancelled) {
        return store.text().search(query, () -> cancelled);
    }

    private static Set<RecordRef> refs(TextHits hits) {
        List<RecordRef> refs = hits.hits().stream().map(TextHit::record).toList();
        assertEquals(refs.size(), Set.copyOf(refs).size(), "each once: " + refs);
        return Set.copyOf(refs);
    }

    private List<Path> indexFiles() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("text"))) {
            return files.toList();
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
