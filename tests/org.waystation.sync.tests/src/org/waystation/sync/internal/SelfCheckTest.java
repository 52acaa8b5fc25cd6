package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.SyncFacts;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

/** A copy that went wrong in some way is found and put right, without taking all of it anew. */
class SelfCheckTest extends EngineTest {

    private static final RecordRef ASSET = new RecordRef(EntityKind.ASSET, Workstation.id(911));

    private SyncFacts.Check check() {
        workstation.sync.checkNow();
        workstation.runDue();
        SyncFacts[] found = new SyncFacts[1];
        workstation.sync.follow(Runnable::run, now -> found[0] = now);
        return found[0].check().orElseThrow();
    }

    @Test
    void aCopyThatIsRightCostsOneQuestion() {
        server.put(EntityKind.ASSET, ASSET.id(), Map.of("name", "pc"));
        workstation.connect(server);

        SyncFacts.Check check = check();

        assertEquals(2, check.compared());
        assertEquals(0, check.healed());
        assertEquals(1, server.count(Call.DIGESTS));
        assertEquals(0, server.count(Call.LIVE_IDS));
    }

    @Test
    void aFlippedRowHealsItself() throws StoreException {
        server.put(EntityKind.ASSET, ASSET.id(), Map.of("name", "pc"));
        workstation.connect(server);
        workstation.store.replica().heal(List.of(flipped()), List.of());
        assertEquals("flipped", workstation.record(ASSET).data().get("name"));

        SyncFacts.Check check = check();

        assertEquals(1, check.healed());
        assertEquals(server.find(ASSET).orElseThrow(), workstation.record(ASSET));
        assertEquals(1, server.count(Call.SNAPSHOT), "not everything came anew");
        assertEquals(1, server.count(Call.READ));
        assertEquals(0, check().healed());
    }

    /** With a sequence from the future, so that no page of changes could ever put it right. */
    private EntityRecord flipped() {
        return new EntityRecord(EntityKind.ASSET, ASSET.id(), 900, 1_000_000, Map.of("name", "flipped"));
    }

    @Test
    void aRowThatIsMissingComesBackAndAGhostGoes() throws StoreException {
        server.put(EntityKind.ASSET, ASSET.id(), Map.of("name", "pc"));
        workstation.connect(server);
        RecordRef ghost = new RecordRef(EntityKind.ASSET, Workstation.id(912));
        workstation
                .store
                .replica()
                .heal(
                        List.of(new EntityRecord(EntityKind.ASSET, ghost.id(), 1, 1, Map.of("name", "ghost"))),
                        List.of(ASSET));

        SyncFacts.Check check = check();

        assertEquals(2, check.healed());
        assertTrue(workstation.store.records().find(ASSET).isPresent());
        assertFalse(workstation.store.records().find(ghost).isPresent());
    }

    @Test
    void aDeletionOlderThanTheTombstonesIsFound() throws StoreException {
        server.put(EntityKind.ASSET, ASSET.id(), Map.of("name", "pc"));
        workstation.connect(server);
        server.remove(ASSET);
        server.forgetDeletions();

        check();

        assertFalse(workstation.store.records().find(ASSET).isPresent());
    }

    @Test
    void whereMuchDiffersTheKindComesAsAStream() throws StoreException {
        for (int i = 0; i < 300; i++) {
            server.put(EntityKind.ASSET, Workstation.id(10_000 + i), Map.of("name", "pc-" + i));
        }
        workstation.connect(server);
        List<RecordRef> all = server.snapshots.isEmpty() ? List.of() : refs();
        workstation.store.replica().heal(List.of(), all);

        assertEquals(300, check().healed());
        assertEquals(0, server.count(Call.READ));
        assertEquals(300, workstation.store.replica().stamps(EntityKind.ASSET).size());
    }

    private List<RecordRef> refs() {
        return java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> new RecordRef(EntityKind.ASSET, Workstation.id(10_000 + i)))
                .toList();
    }

    @Test
    void unsentWorkSurvivesTheHealing() throws StoreException {
        workstation.connect(server);
        server.verdict = operation -> java.util.Optional.of(
                new org.waystation.api.sync.OperationResult.Retry(operation.id(), java.util.Optional.empty()));
        workstation.commit(subjectTo("mine"));
        workstation
                .store
                .replica()
                .heal(
                        List.of(new EntityRecord(
                                EntityKind.TICKET, Workstation.TICKET, 900, 1_000_000, Map.of("subject", "flipped"))),
                        List.of());

        check();

        assertEquals("mine", localField("subject"));
        server.verdict = operation -> java.util.Optional.empty();
        workstation.sync.syncNow();
        workstation.until("it is sent", () -> workstation.sync.status().waiting() == 0);
        assertEquals("mine", serverField("subject"));
    }

    @Test
    void itIsDoneByItselfEverySixHoursButNotOnAMeteredNetwork() {
        workstation.connect(server);
        workstation.advance(Duration.ofMinutes(11));
        assertEquals(1, server.count(Call.DIGESTS));
        workstation.advance(CheckPlan.EVERY.plusMinutes(1));
        assertEquals(2, server.count(Call.DIGESTS));

        workstation.metered = true;
        workstation.advance(CheckPlan.EVERY.plusMinutes(20));
        assertEquals(2, server.count(Call.DIGESTS));
        check();
        assertEquals(3, server.count(Call.DIGESTS));
    }
}
