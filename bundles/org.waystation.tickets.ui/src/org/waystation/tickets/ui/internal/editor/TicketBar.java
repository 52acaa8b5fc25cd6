package org.waystation.tickets.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.User;
import org.waystation.api.tickets.TicketView;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Tint;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Words;

/** The buttons of a ticket: the next step of its status first. */
final class TicketBar extends Panel {

    private final Desk desk;
    private final UUID ticket;
    private final FlatButton step;
    private final FlatButton assign;
    private final FlatButton priority;
    private final FlatButton time;
    private final Pill unsynced;
    private final TextLine updated;
    private List<TicketStatus> steps = List.of();
    private List<User> users = List.of();
    private Optional<UUID> assignee = Optional.empty();
    private Optional<Priority> present = Optional.empty();

    TicketBar(Composite parent, Desk desk, UUID ticket, Runnable bookTime) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.ticket = ticket;
        Look look = desk.look();
        GridLayout layout = new GridLayout(6, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        setLayout(layout);
        step = new FlatButton(this, look, FlatButton.Kind.PRIMARY)
                .onPress(this::takeStep)
                .menu(this::otherSteps);
        WidgetId.set(step, "waystation.ticket.step");
        assign =
                new FlatButton(this, look, FlatButton.Kind.PLAIN).text("Assign").menu(this::assignees);
        WidgetId.set(assign, "waystation.ticket.assign");
        priority = new FlatButton(this, look, FlatButton.Kind.PLAIN)
                .text("Priority")
                .menu(this::priorities);
        WidgetId.set(priority, "waystation.ticket.priority");
        time = new FlatButton(this, look, FlatButton.Kind.PLAIN)
                .text("Book time")
                .onPress(bookTime);
        WidgetId.set(time, "waystation.ticket.time");
        updated = new TextLine(this, look, TextStyle.SMALL, Tone.DIM).align(Align.RIGHT);
        GridData rest = new GridData(SWT.FILL, SWT.CENTER, true, false);
        rest.widthHint = 20;
        updated.setLayoutData(rest);
        unsynced = new Pill(this, look, "", Tint.WARN);
        unsynced.setLayoutData(new GridData());
    }

    /** Whom it can be given to. */
    void offer(List<User> found) {
        users = found;
    }

    void show(TicketView view) {
        steps = view.nextStatuses();
        assignee = view.ticket().assigneeId();
        present = Optional.of(view.ticket().priority());
        boolean any = !steps.isEmpty();
        step.text(any ? Words.step(steps.getFirst()) : view.ticket().status().label());
        step.setEnabled(any);
        boolean waits = !view.unsyncedFields().isEmpty();
        unsynced.show(waits ? "not yet synced" : "", Tint.WARN);
        unsynced.setVisible(waits);
        ((GridData) unsynced.getLayoutData()).exclude = !waits;
        updated.text(view.ticket()
                .updatedAt()
                .map(at -> "updated " + desk.times().ago(at))
                .orElse(""));
        updated.hover(view.ticket().updatedAt().map(desk.times()::exact).orElse(""));
        layout(true);
    }

    /** The step that the primary button takes. */
    void takeStep() {
        if (!steps.isEmpty()) {
            go(steps.getFirst());
        }
    }

    private void go(TicketStatus status) {
        desk.edits().follow(desk.tickets().changeStatus(ticket, status));
    }

    private List<MenuChoice> otherSteps() {
        return steps.stream()
                .map(status ->
                        MenuChoice.of(Words.step(status), () -> go(status)).withDetail(status.label()))
                .toList();
    }

    private List<MenuChoice> priorities() {
        return Priority.KNOWN.stream()
                .map(each -> MenuChoice.of(
                                Words.priority(each),
                                () -> desk.edits().follow(desk.tickets().changePriority(ticket, each)))
                        .checkedIf(present.filter(each::equals).isPresent()))
                .toList();
    }

    private List<MenuChoice> assignees() {
        List<MenuChoice> choices = new ArrayList<>();
        for (User user : users) {
            if (!user.system()) {
                choices.add(MenuChoice.of(user.name(), () -> give(Optional.of(user.id())))
                        .checkedIf(assignee.filter(user.id()::equals).isPresent()));
            }
        }
        choices.add(MenuChoice.of("Nobody", () -> give(Optional.empty())).checkedIf(assignee.isEmpty()));
        return choices;
    }

    private void give(Optional<UUID> user) {
        desk.edits().follow(desk.tickets().assign(ticket, user));
    }
}
