package org.waystation.tickets.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.TicketType;
import org.waystation.api.domain.User;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Presence.Activity;
import org.waystation.api.sync.Presence.Person;
import org.waystation.api.tickets.TicketEdit;
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
import org.waystation.tickets.ui.internal.links.TicketLinks;

/** The buttons of a ticket: the next step of its status first. */
final class TicketBar extends Panel {

    private final Desk desk;
    private final UUID ticket;
    private final FlatButton step;
    private final FlatButton assign;
    private final FlatButton priority;
    private final FlatButton session;
    private final FlatButton time;
    private final FlatButton link;
    private final FlatButton timer;
    private final AutoCloseable timing;
    private final AutoCloseable services;
    private List<Person> others = List.of();
    private Optional<TicketView> shown = Optional.empty();
    private List<UUID> watchers = List.of();
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
        GridLayout layout = new GridLayout(9, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        setLayout(layout);
        step = new FlatButton(this, look, FlatButton.Kind.PRIMARY)
                .onPress(this::takeStep)
                .menu(this::otherSteps);
        WidgetId.set(step, "waystation.ticket.step");
        session = new FlatButton(this, look, FlatButton.Kind.PLAIN)
                .text("Start session")
                .onPress(this::startSession);
        WidgetId.set(session, "waystation.ticket.session");
        session.setLayoutData(new GridData());
        time = new FlatButton(this, look, FlatButton.Kind.PLAIN)
                .text("Book time")
                .onPress(bookTime);
        WidgetId.set(time, "waystation.ticket.time");
        link = new FlatButton(this, look, FlatButton.Kind.PLAIN).text("Link…").menu(this::additions);
        WidgetId.set(link, "waystation.ticket.link");
        timer = new FlatButton(this, look, FlatButton.Kind.QUIET).keys("Ctrl+T").onPress(this::toggleTimer);
        WidgetId.set(timer, "waystation.ticket.timer");
        assign = new FlatButton(this, look, FlatButton.Kind.QUIET)
                .icon("user")
                .name("Assign")
                .menu(this::assignees);
        WidgetId.set(assign, "waystation.ticket.assign");
        priority = new FlatButton(this, look, FlatButton.Kind.QUIET)
                .icon("priority")
                .name("Priority, type and origin")
                .menu(this::priorities);
        WidgetId.set(priority, "waystation.ticket.priority");
        updated = new TextLine(this, look, TextStyle.SMALL, Tone.DIM).align(Align.RIGHT);
        GridData rest = new GridData(SWT.FILL, SWT.CENTER, true, false);
        rest.widthHint = 20;
        updated.setLayoutData(rest);
        unsynced = new Pill(this, look, "", Tint.WARN);
        unsynced.setLayoutData(new GridData());
        WidgetId.set(updated, "waystation.ticket.updated");
        timing = desk.services().timer().listen(() -> desk.ui().execute(this::showTimer));
        services = desk.services().onChange(() -> desk.ui().execute(this::showSession));
        addListener(SWT.Dispose, event -> letGo());
        showTimer();
        showSession();
    }

    private void letGo() {
        try {
            timing.close();
            services.close();
        } catch (Exception e) {
            throw new IllegalStateException("A service did not let go of its listener.", e);
        }
    }

    private void showTimer() {
        if (!isDisposed()) {
            boolean counting = counting();
            timer.icon(counting ? "pause" : "play").name(counting ? "Pause the timer" : "Start the timer");
            timer.on(counting);
            timer.setEnabled(counting || mayBook());
        }
    }

    private boolean counting() {
        return desk.services()
                .timer()
                .running()
                .filter(counted -> counted.ticketId().equals(ticket))
                .isPresent();
    }

    /** Counts time for this ticket, or pauses that. */
    void toggleTimer() {
        if (counting()) {
            desk.services().timer().pause();
        } else if (mayBook()) {
            desk.services().timer().start(ticket);
        }
    }

    private boolean mayBook() {
        return shown.filter(view -> !view.actions().mayAdd(EntityKind.TIME_ENTRY))
                .isEmpty();
    }

    private void showSession() {
        if (!isDisposed()) {
            boolean can = desk.services().sessions().isPresent();
            session.setVisible(can);
            ((GridData) session.getLayoutData()).exclude = !can;
            layout(true);
        }
    }

    private void startSession() {
        desk.services().sessions().ifPresent(sessions -> sessions.begin(new RecordRef(EntityKind.TICKET, ticket)));
    }

    private List<MenuChoice> additions() {
        return shown.map(view -> new TicketLinks(desk, getShell()).choices(view, users, watchers))
                .orElse(List.of());
    }

    /** Who watches it, so that the menu can say so. */
    void watchers(List<UUID> found) {
        watchers = found;
    }

    /** Who else has it open. */
    void others(List<Person> found) {
        others = found;
        shown.ifPresent(this::show);
    }

    private String present() {
        if (others.isEmpty()) {
            return "";
        }
        Person first = others.getFirst();
        String name = first.name().split(" ")[0];
        String does = first.activity() == Activity.EDITING ? "writing" : "viewing";
        return others.size() == 1
                ? name + " is " + does + " · "
                : name + " and " + (others.size() - 1) + " more are here · ";
    }

    /** Whom it can be given to. */
    void offer(List<User> found) {
        users = found;
    }

    void show(TicketView view) {
        steps = view.nextStatuses();
        shown = Optional.of(view);
        assignee = view.ticket().assigneeId();
        present = Optional.of(view.ticket().priority());
        boolean any = !steps.isEmpty();
        step.text(any ? Words.step(steps.getFirst()) : view.ticket().status().label());
        boolean mayUpdate = view.actions().mayUpdate();
        step.setEnabled(any && mayUpdate);
        assign.setEnabled(mayUpdate);
        priority.setEnabled(mayUpdate);
        link.setEnabled(mayUpdate);
        time.setEnabled(view.actions().mayAdd(EntityKind.TIME_ENTRY));
        showTimer();
        boolean waits = !view.unsyncedFields().isEmpty();
        unsynced.show(waits ? "not yet synced" : "", Tint.WARN);
        unsynced.setVisible(waits);
        ((GridData) unsynced.getLayoutData()).exclude = !waits;
        String state = view.actions().mayUpdate() ? present() : Words.READ_ONLY + " · " + present();
        updated.text(state
                + view.ticket()
                        .updatedAt()
                        .map(at -> "updated " + desk.times().ago(at))
                        .orElse(""));
        String who = others.stream()
                .map(person -> person.name() + (person.activity() == Activity.EDITING ? " is writing" : " is viewing"))
                .collect(Collectors.joining(", "));
        String when = view.ticket().updatedAt().map(desk.times()::exact).orElse("");
        String seen = who.isEmpty() ? when : who + "\n" + when;
        updated.hover(view.actions().mayUpdate() ? seen : Words.READ_ONLY_REASON + "\n" + seen);
        layout(true);
    }

    /** The step that the primary button takes. */
    void takeStep() {
        if (!steps.isEmpty() && step.isEnabled()) {
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
        List<MenuChoice> choices = new ArrayList<>();
        choices.add(MenuChoice.heading("Priority"));
        for (Priority each : Priority.KNOWN) {
            choices.add(MenuChoice.of(
                            Words.priority(each),
                            () -> desk.edits().follow(desk.tickets().changePriority(ticket, each)))
                    .checkedIf(present.filter(each::equals).isPresent()));
        }
        if (mayChange("type")) {
            choices.add(MenuChoice.heading("Type"));
            for (TicketType each : TicketType.KNOWN) {
                choices.add(MenuChoice.of(each.label(), () -> edit(new TicketEdit.OfType(each)))
                        .checkedIf(shown.filter(view -> view.ticket().type().equals(each))
                                .isPresent()));
            }
        }
        if (mayChange("origin")) {
            choices.add(MenuChoice.heading("Origin"));
            for (Origin each : Origin.KNOWN) {
                choices.add(MenuChoice.of(each.label(), () -> edit(new TicketEdit.OfOrigin(each)))
                        .checkedIf(shown.filter(view -> view.ticket().origin().equals(each))
                                .isPresent()));
            }
        }
        return choices;
    }

    private boolean mayChange(String field) {
        return shown.filter(view -> view.actions().mayChange(field)).isPresent();
    }

    private void edit(TicketEdit edit) {
        desk.edits().follow(desk.services().details().edit(ticket, edit));
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
