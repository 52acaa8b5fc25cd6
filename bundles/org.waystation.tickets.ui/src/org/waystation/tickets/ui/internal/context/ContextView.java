package org.waystation.tickets.ui.internal.context;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Contact;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.User;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketView;
import org.waystation.shell.panel.RecordActions.Offer;
import org.waystation.shell.panel.RecordPanels;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.PropertyGrid;
import org.waystation.shell.widgets.Pulse;
import org.waystation.shell.widgets.RecordLine;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Tint;
import org.waystation.shell.widgets.ToolHead;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Words;
import org.waystation.tickets.ui.internal.links.TicketLinks;

/** What belongs to the ticket at hand: whose it is, how it stands, on what and with whom. */
public final class ContextView extends Panel {

    private static final int MOST_FIXES = 6;

    private final Desk desk;
    private final EmptyState nothing;
    private final ScrollArea area;
    private final TextLine company;
    private final TextLine agreement;
    private final TextLine status;
    private final Pill origin;
    private final Pill priority;
    private final TextLine assignee;
    private final TextLine response;
    private final Resolution resolution;
    private final TextLine type;
    private final Section asset;
    private final Panel guests;
    private final Section contact;
    private final Section time;
    private final DetailSections sections;
    private final Section fixes;
    private final FlatButton add;
    private final AutoCloseable services;
    private List<User> users = List.of();
    private List<Offer> offers = List.of();
    private @Nullable LiveValue details;
    private @Nullable RecordPanels panels;
    private Optional<UUID> shown = Optional.empty();
    private Optional<TicketView> present = Optional.empty();
    private @Nullable LiveValue live;

    public ContextView(Composite parent, Desk desk) {
        super(parent, desk.look(), Tone.PANEL);
        this.desk = desk;
        Look look = desk.look();
        setLayout(column());
        ToolHead head = new ToolHead(this, look, "Context");
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        add = WidgetId.set(
                head.button("plus", "Link or add something").menu(this::additions), "waystation.context.add");
        add.setEnabled(false);
        nothing = new EmptyState(this, look, Tone.PANEL);
        nothing.showEmpty("context", "Nothing selected", "Select a ticket to see what belongs to it.", "", () -> {});
        nothing.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        area = new ScrollArea(this, look, Tone.PANEL);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        area.content().setLayout(column());
        PropertyGrid grid = new PropertyGrid(area.content(), look, Tone.PANEL);
        grid.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        company = WidgetId.set(grid.line("Company"), "waystation.context.company");
        agreement = grid.line("Agreement");
        status = WidgetId.set(grid.line("Status"), "waystation.context.status");
        type = WidgetId.set(grid.line("Type"), "waystation.context.type");
        priority = grid.row("Priority", cell -> new Pill(cell, look, "", Tint.NEUTRAL));
        origin = grid.row("Origin", cell -> new Pill(cell, look, "", Tint.NEUTRAL));
        assignee = WidgetId.set(grid.line("Assignee"), "waystation.context.assignee");
        response = grid.line("Response");
        resolution = grid.tall("Resolution", cell -> new Resolution(cell, look, desk.times()));
        asset = new Section(area.content(), look, "Asset");
        guests = new Panel(area.content(), look, Tone.PANEL);
        guests.setLayoutData(Section.wide());
        guests.setLayout(column());
        sections = new DetailSections(area.content(), desk);
        contact = new Section(area.content(), look, "Contact");
        time = new Section(area.content(), look, "Time booked");
        fixes = new Section(area.content(), look, "Fixes", "Alt ⏎");
        show(area, false);
        services = desk.services().onChange(() -> desk.ui().execute(this::offerAnew));
        desk.edits().follow(desk.tickets().assignees(), found -> users = found, refused -> {});
        addListener(SWT.Dispose, e -> letGo());
        Pulse.start(this, () -> present.ifPresent(this::fillTimes));
    }

    private static GridLayout column() {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        return layout;
    }

    /** The panels of other plug-ins on the ticket stand below its asset. */
    public void panels(RecordPanels places) {
        panels = places;
        placePanels();
    }

    private void placePanels() {
        for (Control child : guests.getChildren()) {
            child.dispose();
        }
        RecordPanels places = panels;
        if (places != null) {
            shown.ifPresent(ticket -> places.place(guests, new RecordRef(EntityKind.TICKET, ticket))
                    .setLayoutData(Section.wide()));
        }
    }

    /** Follows a ticket, or none. */
    public void follow(Optional<UUID> ticket) {
        if (ticket.equals(shown)) {
            return;
        }
        stop();
        shown = ticket;
        placePanels();
        if (ticket.isEmpty()) {
            show(Optional.empty());
        } else {
            UUID id = ticket.get();
            live = desk.tickets().follow(id, desk.ui(), view -> {
                if (!isDisposed() && shown.filter(id::equals).isPresent()) {
                    show(view);
                }
            });
            details = desk.services().details().follow(id, desk.ui(), detail -> {
                if (!isDisposed() && shown.filter(id::equals).isPresent()) {
                    sections.show(detail);
                    present.ifPresent(this::fillTimes);
                }
            });
            askOffers();
        }
    }

    private void stop() {
        if (live != null) {
            live.close();
            live = null;
        }
        if (details != null) {
            details.close();
            details = null;
        }
        sections.show(Optional.empty());
        offers = List.of();
        fillOffers();
    }

    private void letGo() {
        if (live != null) {
            live.close();
        }
        if (details != null) {
            details.close();
        }
        try {
            services.close();
        } catch (Exception e) {
            throw new IllegalStateException("The services did not let go of their listener.", e);
        }
    }

    private List<MenuChoice> additions() {
        return present.map(view -> new TicketLinks(desk, getShell()).choices(view, users, sections.watching()))
                .orElse(List.of());
    }

    /** An offer holds what its plug-in made: none outlives the plug-in. */
    private void offerAnew() {
        if (!isDisposed()) {
            offers = List.of();
            fillOffers();
            present.ifPresent(this::fillSections);
            area.refreshInPlace();
            askOffers();
        }
    }

    /** What the plug-ins offer to do, as Alt+Enter has it; asked again when the ticket has changed. */
    private void askOffers() {
        if (isDisposed() || shown.isEmpty() || desk.services().actions().isEmpty()) {
            return;
        }
        UUID id = shown.get();
        desk.services()
                .actions()
                .get()
                .offers(new RecordRef(EntityKind.TICKET, id))
                .thenAccept(found -> desk.ui().execute(() -> {
                    if (!isDisposed()
                            && shown.filter(id::equals).isPresent()
                            && !names(found).equals(names(offers))) {
                        offers = found;
                        fillOffers();
                        area.refreshInPlace();
                    }
                }));
    }

    private static List<String> names(List<Offer> offers) {
        return offers.stream().map(Offer::label).toList();
    }

    private void show(Optional<TicketView> view) {
        present = view;
        boolean any = view.isPresent();
        if (area.getVisible() != any) {
            show(nothing, !any);
            show(area, any);
            layout();
        }
        boolean mayUpdate =
                view.filter(shownNow -> shownNow.actions().mayUpdate()).isPresent();
        add.setEnabled(mayUpdate);
        sections.allow(mayUpdate);
        view.ifPresent(this::fill);
        askOffers();
    }

    private void fill(TicketView view) {
        Ticket ticket = view.ticket();
        company.text(view.company().map(Company::name).orElse("Not held here"));
        agreement.text(view.agreement()
                .map(a -> a.coverage().isBlank()
                        ? Words.agreement(Optional.of(a.kind()))
                        : Words.agreement(Optional.of(a.kind())) + ", " + a.coverage())
                .orElse("No agreement"));
        status.text(ticket.status().label());
        priority.show(Words.priority(ticket.priority()), Words.tint(ticket.priority()));
        String from = ticket.source().isBlank() ? "" : " · " + ticket.source().toLowerCase(Locale.ROOT);
        origin.show(ticket.origin().code() + from, Words.tint(ticket.origin(), ticket.type()));
        assignee.text(view.mine() ? "You" : view.assignee().map(User::name).orElse("Nobody"));
        type.text(ticket.type().label());
        fillSections(view);
        fillTimes(view);
    }

    /** What grows old by itself; lines that may have the focus are left alone. */
    private void fillTimes(TicketView view) {
        response.text(new Response(desk.times()).words(view.ticket()));
        resolution.show(
                view.ticket(),
                sections.shown()
                        .map(detail -> Words.pause(detail.clock(), desk.times()))
                        .orElse(""));
        area.refreshInPlace();
    }

    private void fillSections(TicketView view) {
        asset.clear();
        view.asset().ifPresent(found -> fillAsset(view.ticket(), found));
        contact.clear();
        view.contact().ifPresent(this::fillContact);
        time.clear();
        long minutes =
                view.timeEntries().stream().mapToLong(e -> e.value().minutes()).sum();
        if (minutes > 0) {
            long billable = view.timeEntries().stream()
                    .filter(e -> e.value().billable())
                    .mapToLong(e -> e.value().minutes())
                    .sum();
            time.strong(
                    "timer",
                    RelativeTime.minutes(minutes),
                    billable == 0 ? "not billable" : RelativeTime.minutes(billable) + " billable");
        }
    }

    private void fillOffers() {
        fixes.clear();
        offers.stream()
                .limit(MOST_FIXES)
                .forEach(offer ->
                        WidgetId.set(fixes.line().onPress(offer.run()).text(offer.label()), "waystation.context.fix"));
    }

    /** By whoever can start one when it is pressed; the line holds no plug-in's object. */
    private void begin(Ticket ticket) {
        desk.services().sessions().ifPresent(sessions -> sessions.begin(new RecordRef(EntityKind.TICKET, ticket.id())));
    }

    private void fillAsset(Ticket ticket, Asset found) {
        String what = found.role().isBlank() ? found.kind().label() : found.role();
        String where = found.location().isBlank() ? what : what + ", " + found.location();
        boolean inUse = found.state().equals(AssetState.IN_USE);
        RecordRef ref = new RecordRef(EntityKind.ASSET, found.id());
        RecordLine line = asset.line()
                .icon("dot", inUse ? Tone.OK : Tone.FAINT)
                .detail(where, Tone.DIM)
                .onPress(() -> desk.open().accept(ref));
        if (desk.services().sessions().isPresent()) {
            line.atEnd("session", "Start a session on " + found.name(), () -> begin(ticket));
        }
        line.text(found.name());
        WidgetId.set(line, "waystation.context.asset");
        found.warrantyEndsOn()
                .ifPresent(date -> asset.dim("Warranty ends " + desk.times().date(date)));
        found.refreshPlannedOn()
                .ifPresent(date -> asset.dim("Refresh planned " + desk.times().date(date)));
    }

    private void fillContact(Contact found) {
        contact.strong("user", found.name(), found.role());
        if (!found.phone().isBlank()) {
            contact.dim(found.phone());
        }
        if (!found.email().isBlank()) {
            contact.dim(found.email());
        }
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }
}
