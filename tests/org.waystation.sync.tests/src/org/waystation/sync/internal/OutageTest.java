package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

class OutageTest extends EngineTest {

    @Test
    void aServerThatIsDownAtTheStartIsFoundWhenItComesBack() throws StoreException {
        server.fails(Cause.UNREACHABLE);
        Instant start = workstation.clock.instant();
        workstation.connect(server);
        assertEquals(State.OFFLINE, workstation.state());
        workstation.commit(note(60, "written offline"));

        workstation.advance(Duration.ofMinutes(10));
        assertEquals(State.OFFLINE, workstation.state());
        assertEquals(Optional.of(start), workstation.sync.status().offlineSince());
        assertEquals(1, workstation.notifications.count("sync.unreachable"));
        int tries = server.count(Call.SESSION);
        assertTrue(tries > 8 && tries < 40, "10 minutes took " + tries + " tries");

        server.works();
        workstation.advance(SyncEngine.PAUSE_MAX);
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);
        assertEquals(Optional.empty(), workstation.sync.status().offlineSince());
        assertEquals(Optional.empty(), workstation.sync.status().fault());
        assertTrue(workstation.notifications.settled.contains("sync.unreachable"));
        assertEquals(2, server.size());
    }

    @Test
    void whatPassesWithinOneTryIsNotTold() {
        workstation.connect(server);
        server.failsOnce(Call.CHANGES, new BackendException(Cause.UNREACHABLE, "a hiccup"));
        workstation.advance(SyncEngine.POLL);
        assertEquals(State.OFFLINE, workstation.state());
        workstation.advance(Duration.ofSeconds(1));

        assertEquals(State.UP_TO_DATE, workstation.state());
        assertTrue(workstation.notifications.shown.isEmpty());
    }

    @Test
    void askingTriesAtOnceAndStartsTheWaitsAnew() {
        server.fails(Cause.UNREACHABLE);
        workstation.connect(server);
        workstation.advance(Duration.ofMinutes(10));
        int before = server.count(Call.SESSION);
        workstation.sync.syncNow();
        workstation.sync.syncNow();
        workstation.runDue();
        assertEquals(before + 1, server.count(Call.SESSION), "asking twice at once is asking once");

        workstation.advance(Duration.ofSeconds(1));
        assertEquals(before + 2, server.count(Call.SESSION), "the next wait is a short one again");
    }

    @Test
    void editsDoNotHammerAServerThatIsDown() throws StoreException {
        workstation.connect(server);
        server.fails(Cause.UNREACHABLE);
        workstation.commit(note(60, "one"));
        int before = server.count(Call.SESSION) + server.count(Call.PUSH);
        for (int i = 0; i < 20; i++) {
            workstation.commit(note(61 + i, "more"));
        }
        assertEquals(before, server.count(Call.SESSION) + server.count(Call.PUSH));
        assertEquals(21, workstation.sync.status().waiting());
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        workstation.connect(server);
        server.failsOnce(
                Call.CHANGES,
                new BackendException(Cause.SERVER_ERROR, "busy", null, Optional.of(Duration.ofMinutes(5))));
        workstation.advance(SyncEngine.POLL);
        int before = server.count(Call.SESSION);

        workstation.advance(Duration.ofMinutes(5).minusMillis(1));
        assertEquals(before, server.count(Call.SESSION));
        workstation.advance(Duration.ofMillis(1));
        assertEquals(before + 1, server.count(Call.SESSION));
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void serverErrorsAndMalformedAnswersPassByThemselves() {
        for (Cause cause : new Cause[] {Cause.SERVER_ERROR, Cause.MALFORMED}) {
            server.fails(cause);
            workstation.connect(server);
            assertEquals(State.OFFLINE, workstation.state(), cause.name());
            server.works();
            workstation.advance(Duration.ofSeconds(1));
            assertEquals(State.UP_TO_DATE, workstation.state(), cause.name());
            workstation.sync.disconnect(server);
        }
    }

    @Test
    void aFaultOfOurOwnEndsNothing() {
        workstation.connect(server);
        server.verdict = operation -> {
            throw new IllegalStateException("made to fail");
        };
        try {
            workstation.commit(note(60, "poison"));
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
        assertEquals(State.ATTENTION, workstation.state());

        server.verdict = operation -> Optional.empty();
        workstation.advance(Duration.ofSeconds(1));
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);
    }

    @Test
    void aMonthWithoutTheServerCostsFewTriesAndTheWayBackIsShort() throws StoreException {
        workstation.connect(server);
        server.fails(Cause.UNREACHABLE);
        workstation.sync.syncNow();
        workstation.runDue();
        int before = server.count(Call.SESSION);
        workstation.advance(Duration.ofDays(30));
        int tries = server.count(Call.SESSION) - before;
        assertTrue(tries > 2_000 && tries < 6_000, "30 days took " + tries + " tries");

        server.works();
        workstation.advance(SyncEngine.PAUSE_MAX);
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void anotherNetworkIsTriedAtOnce() {
        workstation.connect(server);
        server.fails(Cause.UNREACHABLE);
        workstation.sync.syncNow();
        workstation.advance(Duration.ofHours(5));
        server.works();
        assertEquals(State.OFFLINE, workstation.state());

        workstation.addresses = java.util.Set.of("wlan0 192.168.7.3");
        workstation.advance(SyncEngine.NETWORK_LOOK);

        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void somebodyWhoWorksHereIsWorthATryAMinute() throws StoreException {
        workstation.connect(server);
        server.fails(Cause.UNREACHABLE);
        workstation.sync.syncNow();
        workstation.advance(Duration.ofHours(5));
        server.works();
        workstation.advance(SyncEngine.PAUSE_AT_WORK);
        workstation.commit(note(60, "typed"));
        workstation.until("it is sent", () -> workstation.state() == State.UP_TO_DATE);
        assertEquals(0, workstation.sync.status().waiting());
    }

    @Test
    void workDoesNotHurryAServerThatAskedForTime() throws StoreException {
        workstation.connect(server);
        server.failsOnce(
                Call.CHANGES,
                new BackendException(Cause.SERVER_ERROR, "busy", null, Optional.of(Duration.ofMinutes(5))));
        workstation.advance(SyncEngine.POLL);
        int before = server.count(Call.SESSION);
        workstation.advance(Duration.ofMinutes(2));
        workstation.commit(note(60, "typed"));
        assertEquals(before, server.count(Call.SESSION));
    }

    @Test
    void aMeteredNetworkIsAskedSeldomAndOwnChangesStillGoAtOnce() throws StoreException {
        server.pushEvents = true;
        workstation.metered = true;
        workstation.connect(server);
        int before = server.count(Call.CHANGES);
        workstation.advance(Duration.ofHours(1));
        assertEquals(before + 6, server.count(Call.CHANGES));
        workstation.commit(note(60, "typed"));
        workstation.until("it is sent", () -> workstation.sync.status().waiting() == 0);
        assertEquals(before + 6, server.count(Call.CHANGES));
    }
}
