package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.api.notify.Notification;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

class AttentionTest extends EngineTest {

    @Test
    void isNotTriedAgainBeforeSomebodyActs() {
        for (Cause cause : List.of(
                Cause.TOKEN_EXPIRED,
                Cause.TOKEN_INVALID,
                Cause.UNTRUSTED_CERTIFICATE,
                Cause.FORBIDDEN,
                Cause.REFUSED)) {
            server.fails(cause);
            workstation.connect(server);
            int tries = server.count(Call.SESSION);
            int told = workstation.notifications.shown.size();

            workstation.advance(Duration.ofHours(8));

            assertEquals(State.ATTENTION, workstation.state(), cause.name());
            assertEquals(tries, server.count(Call.SESSION), cause.name());
            assertEquals(told, workstation.notifications.shown.size(), cause.name());
            assertTrue(workstation.sync.status().fault().isPresent());
            workstation.sync.disconnect(server);
        }
        assertEquals(5, workstation.notifications.shown.size());
        assertTrue(workstation.notifications.shown.stream().allMatch(n -> n.level() == Notification.Level.ERROR));
    }

    @Test
    void aTokenThatExpiredAndANewOne() throws StoreException {
        workstation.connect(server);
        server.fails(Cause.TOKEN_EXPIRED);
        workstation.commit(note(60, "written without a valid token"));
        workstation.advance(SyncEngine.POLL);
        assertEquals(State.ATTENTION, workstation.state());
        assertEquals(1, workstation.sync.status().waiting());
        assertEquals(1, workstation.notifications.count("sync.token"));

        server.works();
        List.copyOf(server.accessListeners).forEach(Runnable::run);
        workstation.until("it is up to date", () -> workstation.state() == State.UP_TO_DATE);

        assertEquals(List.of("sync.token"), workstation.notifications.settled);
        assertEquals(2, server.size());
    }

    @Test
    void whoIsSignedInIsAskedAnewWhenTheWayInHasChanged() {
        workstation.connect(server);
        int before = server.count(Call.SESSION);
        List.copyOf(server.accessListeners).forEach(Runnable::run);
        workstation.runDue();

        assertEquals(before + 1, server.count(Call.SESSION));
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void askingAgainDoesNotTellAgain() {
        server.fails(Cause.TOKEN_INVALID);
        workstation.connect(server);
        for (int i = 0; i < 5; i++) {
            workstation.sync.syncNow();
            workstation.runDue();
        }
        assertEquals(6, server.count(Call.SESSION));
        assertEquals(1, workstation.notifications.count("sync.token"));
    }

    @Test
    void oneFaultAfterAnotherSettlesTheFirst() {
        server.fails(Cause.TOKEN_INVALID);
        workstation.connect(server);
        server.fails(Cause.UNTRUSTED_CERTIFICATE);
        workstation.sync.syncNow();
        workstation.runDue();

        assertEquals(List.of("sync.token"), workstation.notifications.settled);
        assertEquals(1, workstation.notifications.count("sync.untrusted_certificate"));
    }

    @Test
    void aFaultEndsWithItsServer() {
        server.fails(Cause.TOKEN_INVALID);
        workstation.connect(server);
        workstation.sync.disconnect(server);

        assertEquals(State.NOT_CONNECTED, workstation.state());
        assertEquals(List.of("sync.token"), workstation.notifications.settled);
        assertTrue(server.accessListeners.isEmpty());
    }
}
