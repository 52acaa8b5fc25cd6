package org.waystation.tickets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.Visibility;
import org.waystation.tickets.ui.internal.editor.Drafts;
import org.waystation.tickets.ui.internal.editor.Drafts.Draft;

class DraftsTest {

    private static final UUID TICKET = Sample.id(48213);
    private static final Draft HALF = new Draft("half a\nthought", Visibility.PUBLIC);

    private final MemorySealed disk = new MemorySealed();
    private final Drafts drafts = drafts();

    private Drafts drafts() {
        Drafts made = new Drafts();
        made.use(disk);
        return made;
    }

    @Test
    void aDraftIsThereForTheNextProgram() {
        drafts.keep(TICKET, HALF);
        assertEquals(Optional.of(HALF), of(drafts(), TICKET));
        assertEquals(Optional.empty(), of(drafts(), Sample.id(48207)));
    }

    @Test
    void aBlankOneIsForgotten() {
        drafts.keep(TICKET, HALF);
        drafts.keep(TICKET, new Draft(" \n", Visibility.PUBLIC));
        assertEquals(Optional.empty(), of(drafts, TICKET));
        assertEquals(Map.of(), disk.values);
    }

    @Test
    void whileTheDiskIsBusyOnlyTheLastOneWaits() {
        CompletableFuture<Void> busy = new CompletableFuture<>();
        disk.disk = busy;
        for (int i = 0; i <= 100; i++) {
            drafts.keep(TICKET, new Draft("thought " + i, Visibility.INTERNAL));
        }
        assertEquals("thought 100", of(drafts, TICKET).orElseThrow().body(), "the newest one, though not on the disk");
        busy.complete(null);
        assertEquals(2, disk.writes);
        assertEquals("thought 100", of(drafts(), TICKET).orElseThrow().body());
    }

    @Test
    void whatTheDiskDoesNotTakeStaysInMemoryAndIsTriedWithTheNextKey() {
        disk.disk = CompletableFuture.failedFuture(new IOException("The disk is full."));
        drafts.keep(TICKET, HALF);
        assertEquals(Optional.of(HALF), of(drafts, TICKET));
        disk.disk = CompletableFuture.completedFuture(null);
        drafts.keep(TICKET, new Draft("half a thought more", Visibility.PUBLIC));
        assertEquals("half a thought more", of(drafts(), TICKET).orElseThrow().body());
    }

    @Test
    void whatIsKeptBeforeTheProfileIsThereIsWrittenOnceItIs() {
        Drafts early = new Drafts();
        early.keep(TICKET, HALF);
        assertTrue(disk.values.isEmpty());
        early.use(disk);
        assertFalse(disk.values.isEmpty());
    }

    private static Optional<Draft> of(Drafts drafts, UUID ticket) {
        return drafts.of(ticket).toCompletableFuture().join();
    }
}
