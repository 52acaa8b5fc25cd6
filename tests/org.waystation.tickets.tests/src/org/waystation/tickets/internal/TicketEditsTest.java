package org.waystation.tickets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.domain.LinkType;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.Visibility;
import org.waystation.api.domain.WorkType;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.api.tickets.NoteDraft;
import org.waystation.api.tickets.TicketDraft;
import org.waystation.api.tickets.TicketEdit;
import org.waystation.api.tickets.TicketView;
import org.waystation.api.tickets.TimeDraft;

class TicketEditsTest {

    @TempDir
    Path folder;

    private final UUID ticket = TicketBench.ticketId(0);
    private TicketBench bench;

    @BeforeEach
    void fill() throws Exception {
        bench = new TicketBench(folder.resolve("store"));
        bench.fill(3);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aStatusStepIsAnOperationWithWhatItsAuthorSaw() throws Exception {
        bench.done(bench.service.changeStatus(ticket, TicketStatus.RESOLVED));

        Operation operation = only(bench.store.outbox().pending());
        assertEquals(List.of(new FieldChange("status", "in_progress", "resolved")), operation.changes());
        assertEquals(Operation.Type.UPDATE, operation.type());
        assertEquals(view().ticket().status(), TicketStatus.RESOLVED);
        assertEquals(Set.of("status"), view().unsyncedFields());
        assertEquals(7, operation.id().version(), "ids sort by time");
    }

    /** A change that the server has no place for is not queued, only to be refused there later. */
    @Test
    void whatTheServerKeepsNothingOfIsRefusedHere() throws Exception {
        bench.say(ticket, RecordActions.of(List.of("update", "not:tags", "not:links:follows", "not:priority")));
        UUID other = TicketBench.ticketId(1);
        for (CompletionStage<?> refused : List.of(
                bench.details.edit(ticket, new TicketEdit.Tag("vip", true)),
                bench.details.edit(ticket, new TicketEdit.Link(LinkType.FOLLOWS, other, true)),
                bench.service.changePriority(ticket, Priority.P1))) {
            assertEquals("not_kept", invalid(refused).problem().code());
        }
        assertEquals(List.of(), bench.store.outbox().pending());
        bench.done(bench.details.edit(ticket, new TicketEdit.Link(LinkType.PART_OF, other, true)));
        bench.done(bench.service.changeSubject(ticket, "Another"));
        assertEquals(2, bench.store.outbox().pending().size());
        assertFalse(view().actions().mayChange("tags"));
        assertFalse(RecordActions.of(List.of("update", "not:properties")).mayChange("properties.os"));
        assertFalse(RecordActions.of(List.of()).mayChange("subject"), "what may not be changed at all");
        assertTrue(RecordActions.UNKNOWN.mayChange("tags"));
    }

    /** No server has said anything about a ticket that was made here; what it keeps nothing of is known all the same. */
    @Test
    void whatHasNoPlaceIsKnownOfATicketThatNoServerHasSeen() throws Exception {
        bench.allowed.bindBackend(new Frugal());
        UUID made = bench.done(bench.service.create(draft("Scanner jams", "")));
        int queued = bench.store.outbox().pending().size();

        for (CompletionStage<?> refused : List.of(
                bench.details.edit(made, new TicketEdit.Tag("vip", true)),
                bench.service.changePriority(made, Priority.P1))) {
            assertEquals("not_kept", invalid(refused).problem().code());
        }
        RecordActions may = followedOnce(made).orElseThrow().actions();
        assertFalse(may.mayChange("tags"), "nothing is offered that is not kept");
        assertTrue(may.mayAdd(EntityKind.NOTE));
        assertFalse(may.mayAdd(EntityKind.TIME_ENTRY));
        assertTrue(view().actions().mayChange("tags"), "what the server has seen is as the server said");
        assertEquals(queued, bench.store.outbox().pending().size());
        bench.done(bench.service.changeSubject(made, "Scanner jams again"));
    }

    @Test
    void whatTheServerDoesNotAllowIsRefusedHereAndNothingIsKept() throws Exception {
        bench.say(ticket, RecordActions.of(List.of("add:note")));

        assertFalse(view().actions().mayUpdate());
        for (CompletionStage<?> refused : List.of(
                bench.service.changeStatus(ticket, TicketStatus.RESOLVED),
                bench.service.changeSubject(ticket, "Another"),
                bench.service.bookTime(
                        ticket, new TimeDraft(5, WorkType.REMOTE, true, "", Instant.parse("2026-03-02T12:00:00Z"))))) {
            assertEquals("forbidden", invalid(refused).problem().code());
        }
        assertEquals(List.of(), bench.store.outbox().pending());
        bench.done(bench.service.addNote(ticket, new NoteDraft("Allowed", Visibility.INTERNAL)));
    }

    @Test
    void aStepThatTheWorkflowDoesNotKnowIsRefusedAndNothingIsKept() throws Exception {
        InvalidEditException refused = invalid(bench.service.changeStatus(ticket, TicketStatus.CLOSED));
        assertEquals("status", refused.problem().errors().getFirst().field());
        assertEquals(List.of(), bench.store.outbox().pending());
    }

    @Test
    void whatIsAlreadySoIsNoChange() throws Exception {
        bench.done(bench.service.changeStatus(ticket, TicketStatus.IN_PROGRESS));
        bench.done(bench.service.changePriority(ticket, Priority.P3));
        bench.done(bench.service.assign(ticket, Optional.of(bench.me)));
        assertEquals(List.of(), bench.store.outbox().pending());
    }

    @Test
    void aLaterStepDependsOnTheOneBeforeIt() throws Exception {
        bench.done(bench.service.changeStatus(ticket, TicketStatus.RESOLVED));
        bench.done(bench.service.changePriority(ticket, Priority.P1));
        bench.done(bench.service.changeStatus(ticket, TicketStatus.CLOSED));

        List<Operation> queued = bench.store.outbox().pending().stream()
                .map(PendingOperation::operation)
                .toList();
        assertEquals(List.of(), queued.get(1).dependsOn());
        assertEquals(List.of(queued.get(0).id()), queued.get(2).dependsOn());
        assertEquals("resolved", queued.get(2).changes().getFirst().oldValue());
    }

    @Test
    void aNewTicketComesWithItsFirstNoteUnderTheBestAgreement() throws Exception {
        UUID made = bench.done(bench.service.create(draft("Printer on fire", "It *burns*.")));
        UUID note = bench.done(bench.service.addNote(made, new NoteDraft("On my way", Visibility.INTERNAL)));

        TicketView view = followedOnce(made).orElseThrow();
        assertEquals(Optional.of(bench.managed), view.ticket().agreementId());
        assertEquals(Optional.empty(), view.ticket().number());
        assertEquals(
                List.of("It *burns*.", "On my way"),
                view.conversation().stream().map(e -> e.value().body()).toList());
        assertTrue(view.conversation().stream().allMatch(entry -> entry.mine() && entry.unsynced()));
        assertEquals(note, view.conversation().getLast().value().id());

        List<PendingOperation> pending = bench.store.outbox().pending();
        UUID creation = pending.getFirst().operation().id();
        assertEquals(List.of(creation), pending.get(1).operation().dependsOn());
        assertEquals(List.of(creation), pending.get(2).operation().dependsOn());
    }

    @Test
    void aBlankDescriptionMakesNoNote() throws Exception {
        bench.done(bench.service.create(draft("Printer on fire", "  ")));
        assertEquals(EntityKind.TICKET, only(bench.store.outbox().pending()).kind());
    }

    @Test
    void whatAFormMustNotHoldIsRefusedWithItsField() {
        assertEquals("subject", field(bench.service.create(draft(" ", ""))));
        assertEquals("subject", field(bench.service.changeSubject(ticket, "x".repeat(201))));
        assertEquals("body", field(bench.service.addNote(ticket, new NoteDraft(" ", Visibility.PUBLIC))));
        assertEquals("minutes", field(bench.service.bookTime(ticket, time(0))));
        assertEquals("assigneeId", field(bench.service.assign(ticket, Optional.of(TicketBench.id(999)))));
        assertEquals("id", field(bench.service.addNote(TicketBench.id(999), new NoteDraft("x", Visibility.PUBLIC))));
    }

    @Test
    void bookedTimeShowsAtOnce() throws Exception {
        bench.done(bench.service.bookTime(ticket, time(25)));
        TicketView.Entry<?> entry = view().timeEntries().getFirst();
        assertTrue(entry.mine() && entry.unsynced());
        assertEquals(25, view().timeEntries().getFirst().value().minutes());
    }

    @Test
    void givingATicketToNobodyRemovesTheField() throws Exception {
        bench.done(bench.service.assign(ticket, Optional.empty()));
        assertEquals(Optional.empty(), view().ticket().assigneeId());
        assertEquals(
                List.of(new FieldChange("assigneeId", bench.me.toString(), null)),
                only(bench.store.outbox().pending()).changes());
    }

    @Test
    void aStoreThatCannotKeepAnEditSaysSo() {
        bench.store.close();
        assertInstanceOf(UncheckedIOException.class, bench.refusal(bench.service.changePriority(ticket, Priority.P1)));
    }

    @Test
    void systemsAreNobodyToGiveATicketTo() {
        assertEquals(
                List.of("Ada Obi", "Grace Lin"),
                bench.done(bench.service.assignees()).stream()
                        .map(user -> user.name())
                        .toList());
        assertEquals(
                "Harbour Dental",
                bench.done(bench.service.companies()).getFirst().name());
    }

    @Test
    void aFollowedTicketIsDeliveredAgainOnlyWhenItDiffers() throws Exception {
        List<Optional<TicketView>> seen = new ArrayList<>();
        LiveValue value = bench.service.follow(ticket, bench.ui, seen::add);
        bench.settle();
        assertEquals(1, seen.size());

        bench.serverChanges(bench.ticket(1, "resolved"));
        bench.settle();
        assertEquals(1, seen.size(), "another ticket changed");

        bench.serverChanges(bench.record(
                EntityKind.NOTE, TicketBench.id(500), "ticketId", ticket.toString(), "body", "From the customer"));
        bench.settle();
        assertEquals(
                "From the customer",
                seen.getLast().orElseThrow().conversation().getFirst().value().body());

        bench.serverDeletes(seen.getLast().map(view -> ref()).orElseThrow());
        bench.settle();
        assertEquals(Optional.empty(), seen.getLast());

        value.close();
        bench.serverChanges(bench.ticket(0, "new"));
        bench.settle();
        assertEquals(3, seen.size());
        assertEquals(0, bench.listeners());
    }

    private RecordRef ref() {
        return new RecordRef(EntityKind.TICKET, ticket);
    }

    private TicketView view() {
        return followedOnce(ticket).orElseThrow();
    }

    private Optional<TicketView> followedOnce(UUID id) {
        List<Optional<TicketView>> seen = new ArrayList<>();
        LiveValue value = bench.service.follow(id, bench.ui, seen::add);
        bench.settle();
        value.close();
        return seen.getLast();
    }

    private TicketDraft draft(String subject, String description) {
        return new TicketDraft(
                subject,
                bench.harbour,
                TicketType.INCIDENT,
                Origin.REACTIVE,
                Priority.P2,
                Optional.empty(),
                Optional.of(bench.me),
                description);
    }

    private static TimeDraft time(long minutes) {
        return new TimeDraft(minutes, WorkType.REMOTE, true, "", TicketBench.NOON);
    }

    private String field(CompletionStage<?> stage) {
        return invalid(stage).problem().errors().getFirst().field();
    }

    private InvalidEditException invalid(CompletionStage<?> stage) {
        return assertInstanceOf(InvalidEditException.class, bench.refusal(stage));
    }

    private static Operation only(List<PendingOperation> pending) {
        assertEquals(1, pending.size());
        return pending.getFirst().operation();
    }
}
