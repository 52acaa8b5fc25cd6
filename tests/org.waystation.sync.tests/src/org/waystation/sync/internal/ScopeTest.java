package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncReport;
import org.waystation.api.sync.SyncReport.Reason;
import org.waystation.api.sync.SyncScope;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

/** What is taken along, and what becomes of the rest. */
class ScopeTest extends EngineTest {

    private static final UUID ACME = Workstation.id(901);
    private static final UUID BOLT = Workstation.id(902);
    private static final RecordRef OF_ACME = new RecordRef(EntityKind.ASSET, Workstation.id(911));
    private static final RecordRef OF_BOLT = new RecordRef(EntityKind.ASSET, Workstation.id(912));
    private static final RecordRef MINE_AT_BOLT = new RecordRef(EntityKind.TICKET, Workstation.id(913));
    private static final RecordRef OTHERS_AT_BOLT = new RecordRef(EntityKind.TICKET, Workstation.id(914));

    @BeforeEach
    void twoCompanies() {
        server.put(EntityKind.ASSET, OF_ACME.id(), Map.of("name", "a", FakeServer.COMPANY, ACME.toString()));
        server.put(EntityKind.ASSET, OF_BOLT.id(), Map.of("name", "b", FakeServer.COMPANY, BOLT.toString()));
        ticketAtBolt(MINE_AT_BOLT, FakeServer.ME);
        ticketAtBolt(OTHERS_AT_BOLT, Workstation.id(99));
    }

    private void ticketAtBolt(RecordRef ref, UUID assignee) {
        server.put(
                EntityKind.TICKET,
                ref.id(),
                Map.of(
                        "subject",
                        "at Bolt",
                        "status",
                        "open",
                        FakeServer.COMPANY,
                        BOLT.toString(),
                        "assigneeId",
                        assignee.toString()));
    }

    private static SyncScope pinned(UUID... companies) {
        return new SyncScope(true, false, Set.of(companies), Optional.empty(), 10);
    }

    private void take(SyncScope scope) {
        workstation.sync.takeAlong(scope);
        workstation.until("it is held", () -> held().equals(Optional.of(scope)));
        workstation.runDue();
    }

    private Optional<SyncScope> held() {
        return facts().held();
    }

    private SyncFacts facts() {
        SyncFacts[] found = new SyncFacts[1];
        workstation.sync.follow(Runnable::run, now -> found[0] = now);
        return found[0];
    }

    private boolean isHere(RecordRef ref) throws StoreException {
        return workstation.store.records().find(ref).isPresent();
    }

    @Test
    void theFirstSyncBringsOnlyWhatIsTakenAlong() throws StoreException {
        workstation.sync.takeAlong(pinned(ACME));
        workstation.connect(server);

        assertEquals(State.UP_TO_DATE, workstation.state());
        assertTrue(isHere(OF_ACME));
        assertTrue(isHere(MINE_AT_BOLT), "my work comes whatever company it is of");
        assertFalse(isHere(OF_BOLT));
        assertFalse(isHere(OTHERS_AT_BOLT));
    }

    @Test
    void aSmallerScopeTakesAwayWhatIsNotInItAndFetchesNothing() throws StoreException {
        workstation.connect(server);
        assertTrue(isHere(OF_BOLT));
        int snapshots = server.count(Call.SNAPSHOT);

        take(pinned(ACME));

        assertFalse(isHere(OF_BOLT));
        assertFalse(isHere(OTHERS_AT_BOLT));
        assertTrue(isHere(MINE_AT_BOLT));
        assertTrue(isHere(OF_ACME));
        assertEquals(snapshots, server.count(Call.SNAPSHOT));
    }

    @Test
    void whatIsNotSentYetStaysThroughASmallerScopeUntilItWasSent() throws StoreException {
        workstation.connect(server);
        server.fails(Call.PUSH, BackendException.Cause.SERVER_ERROR);
        workstation.commit(workstation.update(OF_BOLT, 1, new FieldChange("name", "b", "mine")));
        assertEquals(1, workstation.pending().size());

        workstation.sync.takeAlong(pinned(ACME));
        workstation.sync.syncNow();
        workstation.until("the scope is held", () -> held().equals(Optional.of(pinned(ACME))) || failedTurns());
        assertEquals(1, workstation.pending().size(), "unsent work stays");
        assertEquals("mine", workstation.record(OF_BOLT).data().get("name"));

        server.works();
        workstation.sync.syncNow();
        workstation.until("it is sent", () -> workstation.state() == State.UP_TO_DATE);
        assertEquals("mine", server.find(OF_BOLT).orElseThrow().data().get("name"));
        workstation.sync.checkNow();
        workstation.runDue();
        assertFalse(isHere(OF_BOLT), "once sent, it goes with the rest");
    }

    private boolean failedTurns() {
        return workstation.state() == State.OFFLINE;
    }

    @Test
    void aLargerScopeFetchesOnlyTheCompanyThatIsNew() throws StoreException {
        workstation.sync.takeAlong(pinned(ACME));
        workstation.connect(server);

        take(pinned(ACME, BOLT));

        assertTrue(isHere(OF_BOLT));
        assertTrue(isHere(OTHERS_AT_BOLT));
        SyncScope fetched = server.snapshots.getLast().scope();
        assertEquals(Set.of(BOLT), fetched.companies());
        assertFalse(fetched.myWork());
    }

    @Test
    void changesOfTheNewPartThatCameMeanwhileAreNotMissed() throws StoreException {
        workstation.sync.takeAlong(pinned(ACME));
        workstation.connect(server);
        server.duringSnapshot = () -> server.put(EntityKind.ASSET, OF_BOLT.id(), Map.of("name", "changed meanwhile"));

        take(pinned(ACME, BOLT));
        workstation.sync.syncNow();
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals("changed meanwhile", workstation.record(OF_BOLT).data().get("name"));
    }

    @Test
    void whatLeavesTheScopeGoesWithWhatBelongsToIt() throws StoreException {
        workstation.sync.takeAlong(pinned(ACME));
        UUID note = Workstation.id(950);
        server.put(EntityKind.NOTE, note, Map.of("ticketId", MINE_AT_BOLT.id().toString(), "body", "text"));
        workstation.connect(server);
        assertTrue(isHere(new RecordRef(EntityKind.NOTE, note)));

        server.put(
                EntityKind.TICKET,
                MINE_AT_BOLT.id(),
                Map.of("assigneeId", Workstation.id(99).toString()));
        workstation.sync.syncNow();
        workstation.until("it is gone", () -> !found(MINE_AT_BOLT));

        assertFalse(isHere(new RecordRef(EntityKind.NOTE, note)));
    }

    private boolean found(RecordRef ref) {
        try {
            return isHere(ref);
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theScopeIsKeptAcrossARestart() throws Exception {
        workstation.connect(server);
        take(pinned(ACME));
        workstation.close();
        workstation = new Workstation(folder);
        workstation.runDue();

        assertEquals(pinned(ACME), facts().wanted());
        assertEquals(Optional.of(pinned(ACME)), facts().held());
        workstation.connect(server);
        server.put(EntityKind.ASSET, OF_BOLT.id(), Map.of("name", "b2"));
        workstation.sync.syncNow();
        workstation.runDue();
        assertFalse(isHere(OF_BOLT));
    }

    @Test
    void aMeteredNetworkFetchesWhatIsNewOnlyWhenAsked() throws StoreException {
        workstation.sync.takeAlong(pinned(ACME));
        workstation.connect(server);
        workstation.metered = true;

        workstation.sync.takeAlong(pinned(ACME, BOLT));
        workstation.runDue();
        assertFalse(isHere(OF_BOLT));
        assertTrue(facts().changing());

        workstation.sync.syncNow();
        workstation.until("it is held", () -> !facts().changing());
        assertTrue(isHere(OF_BOLT));
    }

    @Test
    void theEstimateCountsWhatTheServerWouldSend() {
        workstation.connect(server);
        var estimate = workstation.sync.estimate(pinned(ACME)).toCompletableFuture();
        workstation.runDue();
        // the ticket of every test is of no company; with it come one asset and my ticket
        assertEquals(3, estimate.join().total());
        assertTrue(estimate.join().bytes() > 0);
    }

    @Test
    void aReportSaysWhatAChangeOfScopeDid() {
        workstation.connect(server);
        take(pinned(ACME));
        var asked = workstation.sync.reports().toCompletableFuture();
        workstation.runDue();
        List<SyncReport> reports = asked.join();
        SyncReport scope = reports.stream()
                .filter(report -> report.reason() == Reason.SCOPE)
                .findFirst()
                .orElseThrow();
        assertEquals(2, scope.removed());
        assertEquals(Reason.FIRST, reports.getLast().reason());
        assertEquals(5, reports.getLast().received());
    }

    @Test
    void aServerWithoutScopesGivesAll() throws StoreException {
        server.scopes = false;
        workstation.sync.takeAlong(pinned(ACME));
        workstation.connect(server);
        assertTrue(isHere(OF_BOLT));
        assertEquals(State.UP_TO_DATE, workstation.state());
    }
}
