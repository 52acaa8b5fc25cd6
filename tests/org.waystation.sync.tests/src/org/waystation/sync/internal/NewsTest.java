package org.waystation.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.StoreException;
import org.waystation.sync.internal.FakeServer.Call;

class NewsTest extends EngineTest {

    @BeforeEach
    void connect() {
        server.pushEvents = true;
        workstation.connect(server);
    }

    @Test
    void newsIsFetchedAtOnce() throws StoreException {
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("subject", "Printer is on fire"));
        newsArrives();

        assertEquals("Printer is on fire", localField("subject"));
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void deletionsArriveToo() throws StoreException {
        server.remove(Workstation.TICKET_REF);
        newsArrives();

        assertTrue(workstation.store.records().find(Workstation.TICKET_REF).isEmpty());
    }

    @Test
    void manyChangesComeInPagesUntilThereAreNoMore() throws StoreException {
        for (int i = 0; i < 1_234; i++) {
            server.put(EntityKind.ASSET, Workstation.id(10_000 + i), Map.of("name", "pc-" + i));
        }
        newsArrives();

        assertEquals(4, server.count(Call.CHANGES));
        assertTrue(workstation
                .store
                .records()
                .find(new RecordRef(EntityKind.ASSET, Workstation.id(11_233)))
                .isPresent());
    }

    @Test
    void nothingIsAskedWhileItIsQuiet() {
        int before = server.count(Call.CHANGES);
        workstation.advance(Duration.ofMinutes(4));
        assertEquals(before, server.count(Call.CHANGES));
    }

    @Test
    void aServerThatCriesWolfIsNotAskedWithoutEnd() {
        for (int i = 0; i < 1_000; i++) {
            server.news.add(true);
        }
        int before = server.count(Call.CHANGES);
        for (int i = 0; i < 60; i++) {
            workstation.newsThread.runDue();
            workstation.advance(Duration.ofSeconds(1));
        }
        int asked = server.count(Call.CHANGES) - before;
        assertTrue(asked < 30, "asked " + asked + " times in a minute");
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void aBrokenStreamFallsBackToLooking() throws StoreException {
        workstation.newsThread.runDue(); // no news queued: the stream breaks
        workstation.runDue();
        server.put(EntityKind.TICKET, Workstation.TICKET, Map.of("subject", "Printer is on fire"));
        workstation.advance(Duration.ofSeconds(3));

        assertEquals("Printer is on fire", localField("subject"));
        assertEquals(State.UP_TO_DATE, workstation.state());
    }

    @Test
    void aServerThatGoesAwayIsNoticed() {
        server.fails(Cause.UNREACHABLE);
        workstation.newsThread.runDue();
        workstation.advance(Duration.ofSeconds(3));

        assertEquals(State.OFFLINE, workstation.state());
    }

    private void newsArrives() {
        server.news.add(true);
        workstation.newsThread.runDue();
        workstation.runDue();
    }
}
