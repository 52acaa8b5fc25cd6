package org.waystation.tickets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.domain.ChecklistItem;
import org.waystation.api.domain.LinkType;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.TicketType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.tickets.ClockState;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.api.tickets.TicketDetail;
import org.waystation.api.tickets.TicketEdit;
import org.waystation.api.tickets.TicketRow;

class TicketDetailsTest {

    @TempDir
    Path folder;

    private final UUID ticket = TicketBench.ticketId(0);
    private final UUID asset = TicketBench.id(50);
    private TicketBench bench;

    @BeforeEach
    void fill() throws Exception {
        bench = new TicketBench(folder.resolve("store"));
        bench.fill(3);
        bench.serverChanges(
                bench.record(EntityKind.ASSET, asset, "name", "FS-01", "companyId", bench.harbour.toString()),
                bench.record(EntityKind.ASSET, TicketBench.id(51), "name", "Theirs", "companyId", id(99)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anAssetBringsWhatWasThereBefore() throws Exception {
        edit(new TicketEdit.OnAsset(Optional.of(asset)));
        assertEquals(List.of(), detail().earlier());
        bench.done(bench.details.edit(TicketBench.ticketId(1), new TicketEdit.OnAsset(Optional.of(asset))));
        assertEquals(
                List.of("Ticket 1"),
                detail().earlier().stream().map(t -> t.subject()).toList());
        assertEquals(1, detail().earlierCount());
    }

    @Test
    void anAssetOfAnotherCompanyIsRefused() throws Exception {
        assertEquals("assetId", refused(new TicketEdit.OnAsset(Optional.of(TicketBench.id(51)))));
        assertEquals(List.of(), bench.store.outbox().pending());
    }

    @Test
    void linksKeepWhatANewerServerPutIntoThem() throws Exception {
        bench.serverChanges(bench.record(
                EntityKind.TICKET,
                ticket,
                "subject",
                "Ticket 0",
                "companyId",
                bench.harbour.toString(),
                "status",
                "in_progress",
                "links",
                List.of(Map.of("type", "mirrors", "ticketId", id(2_000), "since", "2026"))));
        edit(new TicketEdit.Link(LinkType.CAUSED_BY, TicketBench.ticketId(1), true));
        TicketDetail detail = detail();
        assertEquals(
                List.of("mirrors", "caused_by"),
                detail.links().stream().map(l -> l.type().code()).toList());
        assertEquals("Ticket 1", detail.links().get(1).subject());
        assertEquals("", detail.links().get(0).subject(), "the other one is not held here");
        assertTrue(last().newValue().toString().contains("since=2026"));

        edit(new TicketEdit.Link(LinkType.BLOCKED_BY, TicketBench.ticketId(1), true));
        assertEquals(
                List.of("mirrors", "blocked_by"),
                detail().links().stream().map(l -> l.type().code()).toList(),
                "one link to a ticket, of the kind said last");
        edit(new TicketEdit.Link(LinkType.BLOCKED_BY, TicketBench.ticketId(1), false));
        assertEquals(1, detail().links().size());
    }

    @Test
    void noTicketIsLinkedWithItself() {
        assertEquals("links", refused(new TicketEdit.Link(LinkType.FOLLOWS, ticket, true)));
    }

    @Test
    void tagsAndWatchersAreSets() throws Exception {
        edit(new TicketEdit.Tag(" backup ", true));
        edit(new TicketEdit.Tag("backup", true));
        edit(new TicketEdit.Watcher(bench.grace, true));
        assertEquals(List.of("backup"), detail().tags());
        assertEquals(
                List.of("Grace Lin"),
                detail().watchers().stream().map(u -> u.name()).toList());
        assertEquals(2, bench.store.outbox().pending().size(), "what is so already is no change");
        edit(new TicketEdit.Tag("backup", false));
        edit(new TicketEdit.Watcher(bench.grace, false));
        assertEquals(List.of(), detail().tags());
        assertEquals(List.of(), detail().watchers());
        assertEquals("tags", refused(new TicketEdit.Tag("x".repeat(51), true)));
    }

    @Test
    void stepsAreAddedDoneAndTakenOut() throws Exception {
        edit(new TicketEdit.NewStep("Tell the customer"));
        edit(new TicketEdit.NewStep("Check tonight's run"));
        UUID first = detail().checklist().getFirst().id().orElseThrow();
        edit(new TicketEdit.StepDone(first, true));
        ChecklistItem done = detail().checklist().getFirst();
        assertTrue(done.done());
        assertEquals(Optional.of(bench.me), done.doneBy());
        assertTrue(done.doneAt().isPresent());
        int before = bench.store.outbox().pending().size();
        edit(new TicketEdit.StepDone(first, true));
        assertEquals(before, bench.store.outbox().pending().size());
        edit(new TicketEdit.StepDone(first, false));
        assertEquals(Optional.empty(), detail().checklist().getFirst().doneAt());
        edit(new TicketEdit.NoStep(first));
        assertEquals(
                List.of("Check tonight's run"),
                detail().checklist().stream().map(ChecklistItem::text).toList());
    }

    @Test
    void typeAndOriginCanBePutRight() throws Exception {
        edit(new TicketEdit.OfType(TicketType.PROBLEM));
        edit(new TicketEdit.OfOrigin(Origin.PROACTIVE));
        assertEquals(
                List.of("problem", "proactive"),
                bench.store.outbox().pending().stream()
                        .map(p -> p.operation().changes().getFirst().newValue())
                        .toList());
    }

    @Test
    void onlyTicketsOfTheSameCompanyCanBeLinked() throws Exception {
        bench.serverChanges(
                bench.record(EntityKind.COMPANY, TicketBench.id(60), "name", "Harbour View Hotel"),
                bench.record(
                        EntityKind.TICKET,
                        TicketBench.id(61),
                        "subject",
                        "Ticket elsewhere",
                        "companyId",
                        TicketBench.id(60).toString(),
                        "status",
                        "new"));
        List<TicketRow> found = bench.done(bench.details.linkable(ticket, "ticket", 10));
        assertEquals(
                List.of("Ticket 1", "Ticket 2"),
                found.stream().map(TicketRow::subject).sorted().toList());
        assertEquals(1, bench.done(bench.details.linkable(ticket, "10002", 10)).size());
    }

    @Test
    void theClockSaysWhyItStandsStill() throws Exception {
        assertEquals(new ClockState.Runs(), detail().clock());
        bench.serverChanges(bench.ticket(0, "waiting_vendor"));
        assertInstanceOf(ClockState.Waits.class, detail().clock());
        bench.serverChanges(bench.ticket(0, "resolved"));
        assertEquals(new ClockState.Over(), detail().clock());
    }

    private static String id(long number) {
        return TicketBench.id(number).toString();
    }

    private void edit(TicketEdit edit) {
        bench.done(bench.details.edit(ticket, edit));
    }

    private String refused(TicketEdit edit) {
        InvalidEditException refusal =
                assertInstanceOf(InvalidEditException.class, bench.refusal(bench.details.edit(ticket, edit)));
        return refusal.problem().errors().getFirst().field();
    }

    private FieldChange last() throws Exception {
        return bench.store.outbox().pending().getLast().operation().changes().getFirst();
    }

    private TicketDetail detail() throws Exception {
        List<Optional<TicketDetail>> seen = new ArrayList<>();
        bench.details.follow(ticket, bench.ui, seen::add).close();
        var live = bench.details.follow(ticket, bench.ui, seen::add);
        bench.settle();
        live.close();
        return seen.getLast().orElseThrow();
    }
}
