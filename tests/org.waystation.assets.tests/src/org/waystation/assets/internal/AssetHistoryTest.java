package org.waystation.assets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetHistory.Changed;
import org.waystation.api.assets.AssetHistory.Past;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.live.Background;

/** What the server remembers of an asset, and what waits here, as people read it. */
class AssetHistoryTest {

    private static final UUID MARA = id(1);
    private static final UUID QUAY = id(2);
    private static final UUID FILES = id(3);

    @TempDir
    Path folder;

    private LocalStore store;
    private LocalAssetHistory history;
    private AssetEdits edits;

    @BeforeEach
    void fill() throws Exception {
        store = LocalStore.open(folder.resolve("store"), new byte[32]);
        Background here = new Background(Runnable::run, Runnable::run, (after, work) -> work.run());
        history = new LocalAssetHistory(here, store.records(), store.outbox());
        edits = new AssetEdits(store.records(), store.outbox(), new Earlier(store.outbox()), new Allowed());
        try (SnapshotWriter writer = store.replica().beginSnapshot("epoch-1")) {
            writer.write(List.of(
                    record(EntityKind.USER, MARA, Map.of("name", "Mara Svensson")),
                    record(EntityKind.SITE, QUAY, Map.of("name", "Quay Street")),
                    record(
                            EntityKind.ASSET,
                            FILES,
                            Map.of("name", "FS-01", "kind", "server", "properties", Map.of("cpu", "8"))),
                    revision(10, "2026-03-01T08:00:00Z", List.of()),
                    revision(
                            11,
                            "2026-03-02T08:00:00Z",
                            List.of(
                                    Map.of("field", "siteId", "after", QUAY.toString()),
                                    Map.of("field", "properties.cpu", "before", "4", "after", "8"),
                                    Map.of("field", "tags", "before", "[\"a\"]", "after", "[\"a\",\"b \\\"c\\\"\"]"))),
                    record(
                            EntityKind.REMOTE_SESSION,
                            id(20),
                            Map.of(
                                    "assetId",
                                    FILES.toString(),
                                    "userId",
                                    MARA.toString(),
                                    "protocol",
                                    "ssh",
                                    "startedAt",
                                    "2026-03-02T08:00:00Z"))));
            writer.complete("c1");
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eachFieldHasWhoWhenAndBothValuesLatestFirst() {
        List<Changed> changes = past().changes();
        assertEquals(
                List.of("siteId", "properties.cpu", "tags", ""),
                changes.stream().map(Changed::field).toList());
        assertEquals("Quay Street", changes.getFirst().after());
        assertEquals("4 → 8", changes.get(1).before() + " → " + changes.get(1).after());
        assertEquals("a, b \"c\"", changes.get(2).after());
        assertTrue(changes.stream().allMatch(change -> change.who().equals("Mara Svensson") && !change.unsynced()));
        assertEquals("Mara Svensson", past().sessions().getFirst().who());
    }

    @Test
    void whatWaitsToBeSentComesFirst() throws Exception {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("properties", Map.of("cpu", "16"));
        fields.put("tags", List.of("x"));
        edits.change(List.of(new AssetChange(FILES, fields)));
        List<Changed> changes = past().changes();
        assertEquals("properties.cpu: 8 → 16, You, true", words(changes.get(0)));
        assertEquals("tags:  → x, You, true", words(changes.get(1)));
        assertEquals(6, changes.size());
    }

    private static String words(Changed change) {
        return change.field() + ": " + change.before() + " → " + change.after() + ", " + change.who() + ", "
                + change.unsynced();
    }

    private Past past() {
        List<Past> seen = new ArrayList<>();
        history.follow(FILES, Runnable::run, seen::add).close();
        return seen.getFirst();
    }

    private static EntityRecord revision(int number, String at, List<Map<String, String>> changes) {
        return record(
                EntityKind.ASSET_REVISION,
                id(number),
                Map.of("assetId", FILES.toString(), "userId", MARA.toString(), "at", at, "changes", changes));
    }

    private static EntityRecord record(EntityKind kind, UUID id, Map<String, Object> fields) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(fields);
        return new EntityRecord(kind, id, 1, id.getLeastSignificantBits() & 0xFF, data);
    }

    private static UUID id(long number) {
        return new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }
}
