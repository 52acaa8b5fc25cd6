package org.waystation.tickets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.live.LiveList;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.api.tickets.TicketRow;

class TicketQueueListTest {

    private static final int TICKETS = 500;

    @TempDir
    Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private TicketBench bench;
    private LiveList<TicketRow> queue;

    @BeforeEach
    void openMyQueue() throws Exception {
        bench = new TicketBench(folder.resolve("store"));
        bench.fill(TICKETS);
        queue = bench.service.queue(TicketQuery.myQueue(), bench.ui);
        queue.onChange(changes::incrementAndGet);
    }

    @AfterEach
    void close() {
        queue.close();
        bench.close();
    }

    @Test
    void openingReturnsAtOnceAndTheFirstPageComesBeforeTheRest() {
        assertEquals(-1, queue.size());
        assertNull(queue.get(0));

        bench.background.runWaiting();
        bench.ui.runWaiting();
        assertEquals(64, queue.size(), "a first page without counting the rest");
        assertEquals("Ticket 0", subject(0));
        assertEquals(1, changes.get());

        bench.settle();
        assertEquals(TICKETS, queue.size());
        assertEquals("Ticket 63", subject(63));
    }

    @Test
    void aRowFarDownIsLoadedWhenItIsAskedFor() {
        bench.settle();
        int before = changes.get();
        assertNull(queue.get(400));
        assertNull(queue.get(401), "the same page is asked for once");
        assertEquals(1, bench.background.runWaiting());
        bench.ui.runWaiting();
        assertEquals("Ticket 400", subject(400));
        assertEquals("Ticket 401", subject(401));
        assertEquals(before + 1, changes.get());
    }

    @Test
    void aCommitRefreshesWithoutAnEmptyMoment() throws Exception {
        bench.settle();
        queue.get(400);
        bench.settle();

        bench.serverChanges(bench.ticket(3, "resolved"));
        while (!(bench.background.idle() && bench.ui.idle())) {
            assertNotNull(queue.get(0), "rows on screen stay until the new ones take their place");
            bench.background.runWaiting();
            bench.ui.runWaiting();
        }

        assertEquals(TICKETS - 1, queue.size());
        assertEquals("Ticket 4", subject(3));
        assertEquals("Ticket 401", subject(400), "rows in view were read again before they were shown");
    }

    @Test
    void manyCommitsWhileARefreshRunsAreOneMore() throws Exception {
        bench.settle();
        for (int i = 0; i < 20; i++) {
            bench.serverChanges(bench.ticket(i, "resolved"));
        }
        int before = changes.get();
        bench.settle();
        assertEquals(TICKETS - 20, queue.size());
        assertTrue(changes.get() - before <= 2, "refreshed " + (changes.get() - before) + " times");
    }

    @Test
    void whatDoesNotShowInAQueueDoesNotRefreshIt() {
        bench.settle();
        bench.tell(List.of(new RecordRef(EntityKind.ASSET, TicketBench.id(77))));
        assertTrue(bench.background.idle() && bench.ui.idle());
    }

    @Test
    void aRecordIsFoundByItsIdAlsoBeforeTheKeysAreThere() {
        CompletionStage<Integer> early = queue.indexOf(TicketBench.ticketId(123));
        assertEquals(123, bench.done(early));
        assertEquals(-1, bench.done(queue.indexOf(TicketBench.id(99_999))));
    }

    @Test
    void aDeletedTicketLeavesTheQueue() throws Exception {
        bench.settle();
        bench.serverDeletes(new RecordRef(EntityKind.TICKET, TicketBench.ticketId(0)));
        bench.settle();
        assertEquals("Ticket 1", subject(0));
    }

    @Test
    void afterClosingNothingIsDeliveredAndNobodyListens() throws Exception {
        bench.settle();
        int before = changes.get();
        bench.serverChanges(bench.ticket(3, "resolved"));
        queue.close();
        bench.settle();
        assertEquals(before, changes.get());
        assertEquals(0, bench.listeners());
    }

    @Test
    void aFailureIsToldAndTheRowsStay() {
        bench.settle();
        bench.store.close();
        bench.tell(List.of(new RecordRef(EntityKind.TICKET, TicketBench.ticketId(0))));
        bench.settle();
        assertTrue(Objects.requireNonNull(queue.failure()).contains("closed"));
        assertEquals("Ticket 0", subject(0));
    }

    private String subject(int index) {
        return Objects.requireNonNull(queue.get(index)).subject();
    }
}
