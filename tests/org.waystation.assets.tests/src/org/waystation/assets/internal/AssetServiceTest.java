package org.waystation.assets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetColumn;
import org.waystation.api.assets.AssetPlace;
import org.waystation.api.assets.AssetQuery;
import org.waystation.api.assets.AssetRow;
import org.waystation.api.assets.AssetView;
import org.waystation.api.live.LiveList;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.live.Background;

/** The asset service over a real store, on the test's own thread. */
class AssetServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID HARBOUR = id(1);
    private static final UUID KESTREL = id(2);
    private static final UUID QUAY = id(3);
    private static final UUID FILES = id(10);
    private static final UUID HOST = id(11);
    private static final UUID LAPTOP = id(12);
    private static final UUID STRANGE = id(13);

    @TempDir
    Path folder;

    private LocalStore store;
    private LocalAssetService assets;

    @BeforeEach
    void fill() throws Exception {
        store = LocalStore.open(folder.resolve("store"), new byte[32]);
        Background here = new Background(Runnable::run, Runnable::run, (after, work) -> work.run());
        assets = new LocalAssetService(
                here,
                store.records(),
                store.assets(),
                new AssetViews(store.records(), store.outbox(), new Allowed()),
                new AssetEdits(store.records(), store.outbox(), new Earlier(store.outbox()), new Allowed()));
        try (SnapshotWriter writer = store.replica().beginSnapshot("epoch-1")) {
            writer.write(List.of(
                    record(EntityKind.COMPANY, HARBOUR, Map.of("name", "Harbour Dental")),
                    record(EntityKind.COMPANY, KESTREL, Map.of("name", "Kestrel Foods")),
                    record(EntityKind.SITE, QUAY, Map.of("name", "Quay Street", "companyId", HARBOUR.toString())),
                    asset(
                            FILES,
                            "FS-01",
                            "virtual_machine",
                            HARBOUR,
                            Map.of(
                                    "siteId", QUAY.toString(),
                                    "warrantyEndsOn", "2026-02-01",
                                    "refreshPlannedOn", "2026-04-01",
                                    "tags", List.of("backup"),
                                    "relations", List.of(Map.of("type", "runs_on", "assetId", HOST.toString())))),
                    asset(HOST, "VH-01", "server", HARBOUR, Map.of("supportEndsOn", "2030-01-01")),
                    asset(LAPTOP, "LT-07", "laptop", KESTREL, Map.of("serial", "5CD1234ÅB")),
                    asset(STRANGE, "Scanner", "drone", KESTREL, Map.of("rotors", 4, "state", "grounded")),
                    record(
                            EntityKind.TICKET,
                            id(20),
                            Map.of("subject", "Backup failed", "assetId", FILES.toString()))));
            writer.complete("c1");
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void listsAreFilteredByTokensAndWords() throws Exception {
        assertEquals(List.of("FS-01", "LT-07", "Scanner", "VH-01"), names(""));
        assertEquals(List.of("FS-01", "VH-01"), names("company:harbour"));
        assertEquals(List.of("FS-01"), names("site:quay"));
        assertEquals(List.of("LT-07", "VH-01"), names("kind:server kind:laptop"));
        assertEquals(List.of("FS-01"), names("tag:backup"));
        assertEquals(List.of(), names("tag:back"), "a tag is meant as a whole");
        assertEquals(List.of("LT-07"), names("5cd1234ab"), "without case and accents");
        assertEquals(List.of("FS-01"), names("due:overdue"));
        assertEquals(List.of("FS-01"), names("due:soon"));
        assertEquals(List.of("Scanner"), names("kind:drone"), "a kind of a newer server's");
    }

    @Test
    void listsAreSortedAndGroupedAndTheOrderKnowsWhereARecordStands() throws Exception {
        AssetQuery byCompany = AssetQuery.all(TODAY)
                .groupedBy(Optional.of(AssetColumn.COMPANY))
                .sortedBy(AssetColumn.NAME, true);
        assertEquals(
                List.of("VH-01", "FS-01", "Scanner", "LT-07"),
                assets.all(byCompany).toCompletableFuture().get().stream()
                        .map(row -> row.asset().name())
                        .toList());
        try (LiveList<AssetRow> live = assets.query(byCompany, Runnable::run)) {
            assertEquals(4, live.size());
            assertEquals(2, live.indexOf(STRANGE).toCompletableFuture().get());
            AssetRow first = live.get(1);
            assertEquals("Harbour Dental / Quay Street", first.companyName() + " / " + first.siteName());
        }
    }

    @Test
    void theTreeHasEachPlaceWithItsAssets() throws Exception {
        List<AssetPlace> places = assets.places().toCompletableFuture().get();
        assertEquals(
                List.of("Harbour Dental/Quay Street 1", "Harbour Dental/ 1", "Kestrel Foods/ 2"),
                places.stream()
                        .map(place -> place.companyName() + "/" + place.siteName() + " " + place.assets())
                        .toList());
        assertEquals(
                List.of("VH-01"),
                assets.at(places.get(1)).toCompletableFuture().get().stream()
                        .map(row -> row.asset().name())
                        .toList());
    }

    @Test
    void oneAssetComesWithItsRelationsOfBothSidesAndItsTickets() {
        AssetView files = view(FILES);
        assertEquals("Backup failed", files.tickets().getFirst().subject());
        assertEquals("VH-01", files.relations().getFirst().name());
        AssetView host = view(HOST);
        assertEquals("FS-01", host.relations().getFirst().name());
        assertEquals(false, host.relations().getFirst().outgoing());
    }

    @Test
    void aChangeOfSeveralIsOneOperationEachAndComesWithWhatUndoesIt() throws Exception {
        List<AssetChange> undo = assets.change(List.of(
                        new AssetChange(HOST, Map.of("location", "Rack B", "supportEndsOn", "2031-01-01")),
                        new AssetChange(LAPTOP, Map.of("location", "Rack B")),
                        new AssetChange(FILES, Map.of("name", "FS-01"))))
                .toCompletableFuture()
                .get();
        List<Operation> queued = queued();
        assertEquals(2, queued.size(), "what is already so is no change");
        assertEquals(1, queued.getFirst().baseVersion());
        assertTrue(queued.getFirst().changes().contains(new FieldChange("supportEndsOn", "2030-01-01", "2031-01-01")));
        assertEquals("Rack B", view(LAPTOP).asset().location());
        assertTrue(view(LAPTOP).unsyncedFields().contains("location"));
        assertEquals(
                List.of(true), rows("lt-07").stream().map(AssetRow::unsynced).toList());

        assets.change(undo).toCompletableFuture().get();
        assertEquals("", view(LAPTOP).asset().location());
        assertEquals(
                LocalDate.of(2030, 1, 1), view(HOST).asset().supportEndsOn().orElseThrow());
        assertEquals(List.of(queued.get(0).id()), queued().get(2).dependsOn(), "the undoing builds on the doing");
    }

    @Test
    void aBadValueAmongManyRefusesAllAndNamesItsField() {
        InvalidEditException refused = refusal(List.of(
                new AssetChange(LAPTOP, Map.of("location", "Rack B")),
                new AssetChange(HOST, Map.of("warrantyEndsOn", "31.03.2027"))));
        assertEquals("warrantyEndsOn", refused.problem().errors().getFirst().field());
        assertEquals("", view(LAPTOP).asset().location());
    }

    @Test
    void whatANewerServerGaveIsShownKeptAndNotJudgedWhileItStays() throws Exception {
        assertEquals("Drone", view(STRANGE).asset().kind().label());
        assets.change(List.of(new AssetChange(STRANGE, Map.of("kind", "drone", "location", "Hangar"))))
                .toCompletableFuture()
                .get();
        EntityRecord kept =
                store.records().find(new RecordRef(EntityKind.ASSET, STRANGE)).orElseThrow();
        assertEquals(4, ((Number) kept.data().get("rotors")).intValue());
        assertEquals(
                List.of("location"),
                queued().getFirst().changes().stream().map(FieldChange::field).toList());
        assertEquals(
                "kind",
                refusal(List.of(new AssetChange(HOST, Map.of("kind", "drone"))))
                        .problem()
                        .errors()
                        .getFirst()
                        .field());
    }

    @Test
    void aNewAssetIsQueuedAndAnIncompleteOneRefused() throws Exception {
        UUID made = assets.create(Map.of("name", "NAS-02", "kind", "server", "companyId", KESTREL.toString()))
                .toCompletableFuture()
                .get();
        assertEquals("In use", view(made).asset().state().label());
        assertEquals(Operation.Type.CREATE, queued().getFirst().type());
        assertEquals(List.of("NAS-02"), names("nas"));
        CompletionException refused = assertThrows(
                CompletionException.class,
                () -> assets.create(Map.of("kind", "server"))
                        .toCompletableFuture()
                        .join());
        assertEquals(
                2,
                assertInstanceOf(InvalidEditException.class, refused.getCause())
                        .problem()
                        .errors()
                        .size());
    }

    private InvalidEditException refusal(List<AssetChange> changes) {
        CompletionException refused = assertThrows(
                CompletionException.class,
                () -> assets.change(changes).toCompletableFuture().join());
        return assertInstanceOf(InvalidEditException.class, refused.getCause());
    }

    private List<Operation> queued() throws StoreException {
        return store.outbox().pending().stream()
                .map(waiting -> waiting.operation())
                .toList();
    }

    private AssetView view(UUID id) {
        List<Optional<AssetView>> seen = new ArrayList<>();
        assets.follow(id, Runnable::run, seen::add).close();
        return seen.getFirst().orElseThrow();
    }

    private List<AssetRow> rows(String filter) throws Exception {
        return assets.all(AssetQuery.all(TODAY).withFilter(AssetQuery.filter(filter)))
                .toCompletableFuture()
                .get();
    }

    private List<String> names(String filter) throws Exception {
        return rows(filter).stream().map(row -> row.asset().name()).toList();
    }

    private static EntityRecord asset(UUID id, String name, String kind, UUID company, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>(
                Map.of("name", name, "kind", kind, "companyId", company.toString(), "state", "in_use"));
        fields.putAll(more);
        return record(EntityKind.ASSET, id, fields);
    }

    private static EntityRecord record(EntityKind kind, UUID id, Map<String, Object> fields) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(fields);
        return new EntityRecord(kind, id, 1, id.getLeastSignificantBits() & 0xFF, data);
    }

    private static UUID id(long number) {
        return new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }
}
