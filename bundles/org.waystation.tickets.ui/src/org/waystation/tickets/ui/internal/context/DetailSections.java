package org.waystation.tickets.ui.internal.context;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.ChecklistItem;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.User;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketDetail;
import org.waystation.api.tickets.TicketDetail.Linked;
import org.waystation.api.tickets.TicketEdit;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.RecordLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Words;
import org.waystation.tickets.ui.internal.links.TicketLinks;

/** Checklist, links, what was on the asset before, tags and watchers of the ticket at hand. */
final class DetailSections {

    private final Desk desk;
    private final Section checklist;
    private final Section links;
    private final Section earlier;
    private final Section tags;
    private final Section watchers;
    private Optional<TicketDetail> shown = Optional.empty();
    private boolean mayUpdate = true;

    DetailSections(Composite parent, Desk desk) {
        this.desk = desk;
        links = new Section(parent, desk.look(), "Linked tickets");
        earlier = new Section(parent, desk.look(), "Earlier on this asset");
        checklist = new Section(parent, desk.look(), "Checklist");
        tags = new Section(parent, desk.look(), "Tags");
        watchers = new Section(parent, desk.look(), "Watchers");
    }

    Optional<TicketDetail> shown() {
        return shown;
    }

    void show(Optional<TicketDetail> detail) {
        shown = detail;
        for (Section section : new Section[] {checklist, links, earlier, tags, watchers}) {
            section.clear();
        }
        detail.ifPresent(this::fill);
    }

    /** Whether the reader of the ticket may change it; where not, all of it is only to be read. */
    void allow(boolean changes) {
        if (changes != mayUpdate) {
            mayUpdate = changes;
            show(shown);
        }
    }

    /** What a line offers at its end to those who may change the ticket. */
    private RecordLine offer(RecordLine line, String label, Runnable action) {
        return mayUpdate ? line.atEnd("close", label, action) : line;
    }

    private void fill(TicketDetail detail) {
        UUID ticket = detail.ticketId();
        TicketLinks edits = new TicketLinks(desk, checklist.getShell());
        long done = detail.checklist().stream().filter(ChecklistItem::done).count();
        checklist.count(done + " of " + detail.checklist().size());
        detail.checklist().forEach(item -> step(ticket, item, edits));
        detail.links().forEach(link -> link(ticket, link, edits));
        earlier.count(detail.earlierCount() > detail.earlier().size() ? String.valueOf(detail.earlierCount()) : "");
        detail.earlier().forEach(this::earlier);
        detail.tags()
                .forEach(tag -> offer(
                                tags.line().icon("group", Tone.DIM),
                                "Take the tag away",
                                () -> edits.edit(ticket, new TicketEdit.Tag(tag, false)))
                        .text(tag));
        for (User user : detail.watchers()) {
            offer(
                            watchers.line().icon("user", Tone.DIM),
                            "Watches no more",
                            () -> edits.edit(ticket, new TicketEdit.Watcher(user.id(), false)))
                    .text(user.name());
        }
    }

    private void step(UUID ticket, ChecklistItem item, TicketLinks edits) {
        if (item.id().isPresent()) {
            UUID id = item.id().get();
            new Step(
                            checklist,
                            desk.look(),
                            item,
                            done -> edits.edit(ticket, new TicketEdit.StepDone(id, done)),
                            () -> edits.edit(ticket, new TicketEdit.NoStep(id)))
                    .allow(mayUpdate)
                    .setLayoutData(Section.wide());
            checklist.appear(true);
        }
    }

    private void link(UUID ticket, Linked link, TicketLinks edits) {
        boolean known = !link.subject().isEmpty();
        RecordLine line = links.line()
                .icon("link", Tone.DIM)
                .number(Words.link(link.type()) + (link.number().isEmpty() ? "" : " " + link.number()))
                .detail(link.status(), Tone.DIM);
        offer(
                        line,
                        "Take the link away",
                        () -> edits.edit(ticket, new TicketEdit.Link(link.type(), link.ticketId(), false)))
                .text(known ? link.subject() : "a ticket that is not here");
        if (known) {
            line.onPress(() -> desk.open().accept(new RecordRef(EntityKind.TICKET, link.ticketId())));
        }
    }

    private void earlier(Ticket ticket) {
        RecordLine line = earlier.line()
                .number(ticket.number().map(String::valueOf).orElse("new"))
                .detail(ticket.createdAt().map(desk.times()::ago).orElse(""), Tone.DIM)
                .onPress(() -> desk.open().accept(new RecordRef(EntityKind.TICKET, ticket.id())))
                .text(ticket.subject());
        WidgetId.set(line, "waystation.context.earlier");
    }

    /** Users who watch it now. */
    List<UUID> watching() {
        return shown.map(detail -> detail.watchers().stream().map(User::id).toList())
                .orElseGet(List::of);
    }
}
