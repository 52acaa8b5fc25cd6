package org.waystation.knowledge.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.knowledge.ArticleChange;
import org.waystation.api.knowledge.ArticleColumn;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleReview;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.api.knowledge.ArticleText;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.knowledge.LinkedRecord;
import org.waystation.api.knowledge.Snippet;
import org.waystation.api.live.LiveList;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.Me;
import org.waystation.store.live.Background;

/** The article service over a real store, on the test's own thread. */
class ArticleServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID HARBOUR = id(1);
    private static final UUID KESTREL = id(2);
    private static final UUID MARA = id(5);
    private static final UUID FILES = id(10);
    private static final UUID BACKUP = id(20);
    private static final UUID RESTART = id(30);
    private static final UUID RESTIC = id(31);
    private static final UUID PRINTER = id(32);
    private static final UUID KESTREL_VPN = id(33);
    private static final UUID STRANGE = id(34);

    @TempDir
    Path folder;

    private LocalStore store;
    private LocalArticleService articles;

    @BeforeEach
    void fill() throws Exception {
        store = LocalStore.open(folder.resolve("store"), new byte[32]);
        Background here = new Background(Runnable::run, Runnable::run, (after, work) -> work.run());
        Me me = new Me(store.replica());
        articles = new LocalArticleService(
                here,
                store.records(),
                store.articles(),
                new ArticleViews(store.records(), store.outbox(), new Allowed()),
                new ArticleEdits(store.records(), store.outbox(), new Earlier(store.outbox()), me, new Allowed()),
                new FromTicket(store.records()),
                new Beside(store.records(), store.articles()),
                new Linkable(store.assets(), store.tickets(), me));
        try (SnapshotWriter writer = store.replica().beginSnapshot("epoch-1")) {
            writer.write(List.of(
                    record(EntityKind.COMPANY, HARBOUR, Map.of("name", "Harbour Dental")),
                    record(EntityKind.COMPANY, KESTREL, Map.of("name", "Kestrel Foods")),
                    record(EntityKind.USER, MARA, Map.of("name", "Mara Svensson")),
                    record(
                            EntityKind.ASSET,
                            FILES,
                            Map.of("name", "FS-01", "kind", "server", "companyId", HARBOUR.toString())),
                    record(
                            EntityKind.TICKET,
                            BACKUP,
                            Map.of(
                                    "number",
                                    48213,
                                    "subject",
                                    "Nightly backup of FS-01 failed twice in a row",
                                    "companyId",
                                    HARBOUR.toString(),
                                    "assetId",
                                    FILES.toString(),
                                    "status",
                                    "in_progress",
                                    "tags",
                                    List.of("backup"))),
                    note(40, "Backup job ended with exit code 3.", "2026-03-01T06:10:00Z"),
                    note(41, "Repository host rebooted for updates.", "2026-03-01T06:58:00Z"),
                    note(42, "Service enabled at boot, manual run is fine.", "2026-03-01T07:31:00Z"),
                    article(
                            RESTART,
                            "Restart order after host updates",
                            "## Order\n\n1. **Storage** first\n2. Then the backup `repository`\n\n```\nsystemctl start x\n```\n",
                            Map.of(
                                    "reviewOn", "2026-02-01",
                                    "tags", List.of("hosts"),
                                    "updatedAt", "2026-02-01T10:00:00Z",
                                    "updatedBy", MARA.toString(),
                                    "ticketIds", List.of(BACKUP.toString()))),
                    article(
                            RESTIC,
                            "Backup repository unreachable",
                            "Look whether the service listens. Ångström is a name.",
                            Map.of(
                                    "companyId", HARBOUR.toString(),
                                    "visibility", "company",
                                    "reviewOn", "2026-03-20",
                                    "updatedAt", "2026-01-01T10:00:00Z",
                                    "assetIds", List.of(FILES.toString()))),
                    article(PRINTER, "Printer prints blank pages", "Clean it.", Map.of("state", "archived")),
                    article(
                            KESTREL_VPN,
                            "Backup over VPN at Kestrel",
                            "Only at night.",
                            Map.of("companyId", KESTREL.toString(), "updatedAt", "2026-02-20T10:00:00Z")),
                    article(
                            STRANGE,
                            "Holograms",
                            "Text",
                            Map.of("state", "peer_review", "visibility", "partners", "glow", 7)),
                    record(
                            EntityKind.ARTICLE_VERSION,
                            id(50),
                            Map.of(
                                    "articleId",
                                    RESTART.toString(),
                                    "revision",
                                    1,
                                    "title",
                                    "Restart order",
                                    "body",
                                    "Storage first",
                                    "authorId",
                                    MARA.toString(),
                                    "createdAt",
                                    "2026-01-01T10:00:00Z"))));
            writer.complete("c1");
        }
        store.awaitQuiet(); // news of it would have a list read its rows again in the midst of a test
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void listsAreFilteredByTokensAndByBeginningsOfWords() throws Exception {
        assertEquals(5, titles("").size());
        assertEquals("Printer prints blank pages", titles("").getLast(), "what is archived comes last");
        assertEquals(List.of("Backup repository unreachable"), titles("company:harbour"));
        assertEquals(3, titles("company:none").size());
        assertEquals(List.of("Printer prints blank pages"), titles("state:archived"));
        assertEquals(List.of("Backup repository unreachable"), titles("visibility:company"));
        assertEquals(List.of("Restart order after host updates"), titles("review:overdue"));
        assertEquals(List.of("Backup repository unreachable"), titles("review:soon"));
        assertEquals(List.of("Restart order after host updates"), titles("tag:hosts"));
        assertEquals(List.of("Holograms"), titles("state:peer_review"), "a word of a newer server's");
        assertEquals(List.of("Backup repository unreachable"), titles("angstr"), "without case and accents");
        assertEquals(List.of(), titles("pository"), "the middle of a word is not its beginning");
        assertEquals(List.of("Restart order after host updates"), titles("repository storage"));
    }

    @Test
    void titlesThatAnswerStandBeforeTextsThatDo() throws Exception {
        assertEquals(
                List.of(
                        "Backup over VPN at Kestrel",
                        "Backup repository unreachable",
                        "Restart order after host updates"),
                titles("backup"));
    }

    @Test
    void listsAreSortedAndGrouped() throws Exception {
        ArticleQuery query = ArticleQuery.all(TODAY)
                .groupedBy(Optional.of(ArticleColumn.COMPANY))
                .sortedBy(ArticleColumn.TITLE, true);
        try (LiveList<ArticleRow> live = articles.query(query, Runnable::run)) {
            assertEquals(5, live.size());
            assertEquals("Harbour Dental", live.get(0).companyName());
            assertEquals(1, live.indexOf(KESTREL_VPN).toCompletableFuture().get());
            assertEquals("Restart order after host updates", live.get(2).title());
        }
    }

    @Test
    void aSnippetHasWhatWasLookedForAndNoMarksOfMarkdown() throws Exception {
        Snippet snippet = rows("repository storage").getFirst().snippet();
        assertFalse(snippet.text().contains("*")
                || snippet.text().contains("`")
                || snippet.text().contains("#"));
        assertEquals(
                List.of("Storage", "repository"),
                snippet.marks().stream()
                        .map(mark -> snippet.text().substring(mark.start(), mark.start() + mark.length()))
                        .toList());
        assertEquals(List.of(), rows("").getFirst().snippet().marks());
    }

    @Test
    void aLongTextWithoutASpaceIsCutAndHoldsNobodyUp() throws Exception {
        String body = "😀".repeat(200_000) + " needle";
        await(articles.create(Map.of("title", "Long", "body", body)));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ArticleRow row = rows("needle").getFirst();
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertTrue(took < 1_000_000_000L, "within a second of the thread's own time");
        assertTrue(row.snippet().text().length() < 250);
        assertFalse(Character.isHighSurrogate(
                row.snippet().text().charAt(row.snippet().text().length() - 2)));
    }

    @Test
    void staleIsWhatShouldHaveBeenLookedAt() throws Exception {
        assertEquals(ArticleReview.OVERDUE, rows("tag:hosts").getFirst().review(TODAY));
        await(articles.change(List.of(new ArticleChange(RESTART, Map.of("state", "archived")))));
        assertEquals(ArticleReview.LATER, rows("tag:hosts").getFirst().review(TODAY));
        assertEquals(List.of(), titles("review:overdue"));
    }

    @Test
    void oneArticleComesWithItsLinksAndVersions() throws Exception {
        ArticleView view = view(RESTART);
        assertEquals("Mara Svensson", view.editorName());
        assertEquals(
                "#48213 Nightly backup of FS-01 failed twice in a row",
                view.links().getFirst().title());
        assertEquals(1, view.versions().size());
        await(articles.write(RESTART, view.version(), view.text(), new ArticleText("Restart order", "New")));
        assertEquals(2, view(RESTART).versions().size());
        assertEquals(0, view(RESTART).versions().getFirst().revision());
        assertEquals("New", view(RESTART).versions().getFirst().text().body());
    }

    @Test
    void linksAreSeenFromBothSidesAsSoonAsTheyAreMade() throws Exception {
        RecordRef files = new RecordRef(EntityKind.ASSET, FILES);
        assertEquals(List.of("Backup repository unreachable"), linked(files));
        List<ArticleChange> undo = await(articles.link(RESTART, files, true));
        assertEquals(2, linked(files).size());
        assertEquals(List.of(), await(articles.link(RESTART, files, true)), "linked already");
        await(articles.change(undo));
        assertEquals(List.of("Backup repository unreachable"), linked(files));
        await(articles.link(RESTART, new RecordRef(EntityKind.TICKET, BACKUP), false));
        assertEquals(List.of(), linked(new RecordRef(EntityKind.TICKET, BACKUP)));
    }

    @Test
    void anArticleOfATicketBeginsWithWhatTheTicketKnows() throws Exception {
        Map<String, @Nullable Object> fields =
                await(articles.fromTicket(BACKUP)).orElseThrow();
        assertEquals("Nightly backup of FS-01 failed twice in a row", fields.get("title"));
        assertEquals(HARBOUR.toString(), fields.get("companyId"));
        assertEquals("internal", fields.get("visibility"));
        assertEquals(List.of(FILES.toString()), fields.get("assetIds"));
        String body = String.valueOf(fields.get("body"));
        assertTrue(body.startsWith("## Problem\n\nBackup job ended with exit code 3."), body);
        assertTrue(body.contains("## Resolution\n\nService enabled at boot, manual run is fine."), body);
        assertTrue(body.contains("## On the way\n\nRepository host rebooted for updates."), body);
        UUID made = await(articles.create(fields));
        assertEquals(Operation.Type.CREATE, queued().getFirst().type());
        assertEquals("draft", view(made).article().state().code());
        assertEquals(2, linked(new RecordRef(EntityKind.TICKET, BACKUP)).size());
    }

    @Test
    void suggestionsAreOfTheCompanyOrOfNoneAndNotLinkedAlready() {
        List<String> suggested = new ArrayList<>();
        articles.followSuggestions(BACKUP, 5, Runnable::run, rows -> rows.forEach(row -> suggested.add(row.title())))
                .close();
        assertEquals(List.of("Backup repository unreachable"), suggested, "not Kestrel's, not the linked one");
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNotOverwritten() throws Exception {
        ArticleView seen = view(RESTIC);
        Map<String, @Nullable Object> theirs = new LinkedHashMap<>(store.records()
                .find(new RecordRef(EntityKind.ARTICLE, RESTIC))
                .orElseThrow()
                .data());
        theirs.put("body", "Theirs");
        store.replica()
                .apply(new ChangePage(
                        "epoch-1",
                        "c2",
                        false,
                        List.of(new EntityRecord(EntityKind.ARTICLE, RESTIC, 2, 9, theirs)),
                        List.of()));
        await(articles.write(
                RESTIC, seen.version(), seen.text(), new ArticleText(seen.text().title(), "Mine")));
        Operation queued = queued().getFirst();
        assertEquals(1, queued.baseVersion(), "the version its author saw");
        assertEquals(
                List.of(new FieldChange("body", seen.text().body(), "Mine")),
                queued.changes(),
                "against the text its author saw, and nothing else");
    }

    @Test
    void whatTheServerKeepsNothingOfIsRefusedAndTheRestIsNot() throws Exception {
        EntityRecord held =
                store.records().find(new RecordRef(EntityKind.ARTICLE, RESTIC)).orElseThrow();
        RecordActions may = RecordActions.of(List.of("update", "not:tags", "not:state:draft"));
        store.replica()
                .apply(new ChangePage(
                        "epoch-1",
                        "c2",
                        false,
                        List.of(new EntityRecord(EntityKind.ARTICLE, RESTIC, 2, 9, held.data(), may)),
                        List.of()));
        assertEquals(
                "tags", refused(articles.change(List.of(new ArticleChange(RESTIC, Map.of("tags", List.of("vip")))))));
        assertEquals("state", refused(articles.change(List.of(new ArticleChange(RESTIC, Map.of("state", "draft"))))));
        assertEquals(List.of(), queued());
        await(articles.change(List.of(new ArticleChange(RESTIC, Map.of("state", "archived")))));
        assertEquals(1, queued().size());
    }

    @Test
    void whoMayNotChangeItIsToldSoAndNothingIsQueued() throws Exception {
        EntityRecord held =
                store.records().find(new RecordRef(EntityKind.ARTICLE, RESTIC)).orElseThrow();
        store.replica()
                .apply(new ChangePage(
                        "epoch-1",
                        "c2",
                        false,
                        List.of(new EntityRecord(
                                EntityKind.ARTICLE, RESTIC, 2, 9, held.data(), RecordActions.of(List.of()))),
                        List.of()));
        assertFalse(view(RESTIC).actions().mayUpdate());
        assertEquals("id", refused(articles.change(List.of(new ArticleChange(RESTIC, Map.of("title", "Mine"))))));
        assertEquals("id", refused(articles.write(RESTIC, 2, view(RESTIC).text(), text("Mine"))));
        assertEquals(List.of(), queued());
    }

    @Test
    void whatIsNotValidIsRefusedAndNamesItsField() throws Exception {
        assertEquals("title", refused(articles.create(Map.of("body", "x"))));
        assertEquals("title", refused(articles.write(RESTART, 1, text(""), text(" "))));
        assertEquals(
                "reviewOn",
                refused(articles.change(List.of(new ArticleChange(RESTART, Map.of("reviewOn", "31.03.2027"))))));
        assertEquals(
                "visibility",
                refused(articles.change(List.of(new ArticleChange(RESTART, Map.of("visibility", "company"))))));
        assertEquals("state", refused(articles.change(List.of(new ArticleChange(RESTART, Map.of("state", "secret"))))));
        assertEquals(List.of(), queued());
        await(articles.change(
                List.of(new ArticleChange(RESTART, Map.of("visibility", "company", "companyId", HARBOUR.toString())))));
        assertEquals(1, queued().size());
    }

    @Test
    void whatANewerServerGaveIsShownKeptAndNotJudgedWhileItStays() throws Exception {
        assertEquals("Peer review", view(STRANGE).article().state().label());
        await(articles.change(
                List.of(new ArticleChange(STRANGE, Map.of("state", "peer_review", "reviewOn", "2026-05-01")))));
        EntityRecord kept =
                store.records().find(new RecordRef(EntityKind.ARTICLE, STRANGE)).orElseThrow();
        assertEquals(7, ((Number) kept.data().get("glow")).intValue());
        assertEquals("partners", kept.data().get("visibility"));
        assertEquals(
                List.of("reviewOn"),
                queued().getFirst().changes().stream().map(FieldChange::field).toList());
    }

    @Test
    void assetsAndTicketsToLinkAreFoundByWhatIsTyped() throws Exception {
        assertEquals(List.of("FS-01"), titlesOf(await(articles.linkable(EntityKind.ASSET, "fs-", 5))));
        assertEquals(List.of("FS-01"), titlesOf(await(articles.linkable(EntityKind.ASSET, "", 5))));
        assertEquals(
                List.of("#48213 Nightly backup of FS-01 failed twice in a row"),
                titlesOf(await(articles.linkable(EntityKind.TICKET, "#48213", 5))));
    }

    @Test
    void searchEverywhereFindsArticlesAndOpensThem() {
        List<RecordRef> opened = new ArrayList<>();
        List<SearchHit> hits = new ArrayList<>();
        new ArticleSearch(store.articles(), opened::add).search("backup repo", 5, () -> false, hits::add);
        assertEquals("Backup repository unreachable", hits.getFirst().title());
        assertTrue(hits.getFirst().detail().startsWith("Harbour Dental · "));
        hits.getFirst().open().run();
        assertEquals(List.of(new RecordRef(EntityKind.ARTICLE, RESTIC)), opened);
    }

    private static ArticleText text(String title) {
        return new ArticleText(title.isEmpty() ? "Restart order after host updates" : title, "");
    }

    private static List<String> titlesOf(List<LinkedRecord> found) {
        return found.stream().map(LinkedRecord::title).toList();
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static String refused(CompletionStage<?> stage) {
        CompletionException refused = assertThrows(CompletionException.class, () -> await(stage));
        return assertInstanceOf(InvalidEditException.class, refused.getCause())
                .problem()
                .errors()
                .getFirst()
                .field();
    }

    private List<String> linked(RecordRef with) {
        List<String> titles = new ArrayList<>();
        articles.followLinked(with, Runnable::run, rows -> rows.forEach(row -> titles.add(row.title())))
                .close();
        return titles;
    }

    private List<Operation> queued() throws StoreException {
        return store.outbox().pending().stream()
                .map(waiting -> waiting.operation())
                .toList();
    }

    private ArticleView view(UUID id) {
        List<Optional<ArticleView>> seen = new ArrayList<>();
        articles.follow(id, Runnable::run, seen::add).close();
        return seen.getFirst().orElseThrow();
    }

    private List<ArticleRow> rows(String filter) throws Exception {
        return store.articles().first(ArticleQuery.all(TODAY).withFilter(ArticleQuery.filter(filter)), 100);
    }

    private List<String> titles(String filter) throws Exception {
        return rows(filter).stream().map(ArticleRow::title).toList();
    }

    private static EntityRecord note(int number, String body, String at) {
        return record(
                EntityKind.NOTE,
                id(number),
                Map.of("ticketId", BACKUP.toString(), "body", body, "visibility", "internal", "createdAt", at));
    }

    private static EntityRecord article(UUID id, String title, String body, Map<String, Object> more) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(Map.of(
                "title",
                title,
                "body",
                body,
                "state",
                "published",
                "visibility",
                "internal",
                "revision",
                1,
                "createdAt",
                "2025-12-01T10:00:00Z"));
        fields.putAll(more);
        return new EntityRecord(EntityKind.ARTICLE, id, 1, 1, fields);
    }

    private static EntityRecord record(EntityKind kind, UUID id, Map<String, Object> fields) {
        return new EntityRecord(kind, id, 1, 1, new LinkedHashMap<>(fields));
    }

    private static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }
}
