package org.waystation.assets.ui.internal.editor;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetFields;
import org.waystation.api.assets.AssetHistory.Past;
import org.waystation.api.assets.AssetHistory.Worked;
import org.waystation.api.assets.AssetLife;
import org.waystation.api.assets.AssetView;
import org.waystation.api.assets.PropertyNames;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.RemoteSession;
import org.waystation.api.domain.Site;
import org.waystation.api.domain.Term;
import org.waystation.api.domain.Ticket;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.LifeWords;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.PropertyGrid;
import org.waystation.shell.widgets.RecordLine;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Tint;
import org.waystation.shell.widgets.WidgetId;

/** An asset: what it is, its life, what it relates to, and the tickets on it. It follows the asset while it is open. */
public final class AssetPage extends Panel {

    private static final int TICKETS_SHOWN = 12;

    private final Desk desk;
    private final UUID asset;
    private final Consumer<RecordRef> open;
    private final EmptyState missing;
    private final ScrollArea area;
    private final TextLine title;
    private final TextLine whose;
    private final TextLine readOnly;
    private final Pill life;
    private final Pill unsynced;
    private final FlatButton retire;
    private final Choice<AssetKind> kind;
    private final Choice<AssetState> state;
    private final Choice<Site> site;
    private final FieldBoxes boxes;
    private final PropertyGrid propertyGrid;
    private final LifeBar bar;
    private final RelationsCard relations;
    private final Card ticketCard;
    private final Panel tickets;
    private final Card sessionCard;
    private final Panel sessions;
    private final Card historyCard;
    private final HistoryCard history;
    private final FlatButton session;
    private final LiveValue past;
    private final AutoCloseable services;
    private final Panel guests;
    private final LiveValue live;
    private Optional<AssetView> shown = Optional.empty();
    private Consumer<Asset> listener = ignored -> {};

    /** @param open opens another record */
    public AssetPage(Composite parent, Desk desk, UUID asset, Consumer<RecordRef> open) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.asset = asset;
        this.open = open;
        setLayout(column(0, 0));
        missing = new EmptyState(this, desk.look(), Tone.EDITOR);
        missing.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        missing.showEmpty(
                "asset", "This asset is not here", "It was deleted, or is no longer in your scope.", "", () -> {});
        area = new ScrollArea(this, desk.look(), Tone.EDITOR);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite page = area.content();
        page.setLayout(column(20, 12));
        Panel head = row(page, 6);
        title = WidgetId.set(new TextLine(head, desk.look(), TextStyle.TITLE, Tone.TEXT), "waystation.asset.title");
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        unsynced = new Pill(head, desk.look(), "not yet synced", Tint.WARN);
        life = new Pill(head, desk.look(), "", Tint.NEUTRAL);
        session = WidgetId.set(
                new FlatButton(head, desk.look(), FlatButton.Kind.PRIMARY)
                        .text("Start session")
                        .onPress(this::startSession),
                "waystation.asset.session");
        session.setLayoutData(new GridData());
        retire = WidgetId.set(
                new FlatButton(head, desk.look(), FlatButton.Kind.PLAIN).onPress(this::retireOrReturn),
                "waystation.asset.retire");
        whose = new TextLine(page, desk.look(), TextStyle.BODY, Tone.DIM);
        whose.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        readOnly = new TextLine(page, desk.look(), TextStyle.SMALL, Tone.DIM);
        readOnly.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Cards cards = new Cards(page, desk.look());
        boxes = new FieldBoxes(desk, asset);
        Card facts = cards.card("Properties");
        Panel two = row(facts, 2);
        ((GridLayout) two.getLayout()).makeColumnsEqualWidth = true;
        PropertyGrid grid = grid(two);
        boxes.add(grid, "name", "Name", "");
        kind = choice(grid, "Kind", AssetKind.KNOWN, Term::label, "kind", Term::code);
        state = choice(grid, "State", AssetState.KNOWN, Term::label, "state", Term::code);
        site = choice(
                grid,
                "Site",
                List.of(),
                Site::name,
                "siteId",
                chosen -> chosen.id().toString());
        boxes.add(grid, "role", "Role", "");
        boxes.add(grid, "location", "Location", "");
        boxes.add(grid, "manufacturer", "Maker", "");
        boxes.add(grid, "model", "Model", "");
        boxes.add(grid, "serial", "Serial", "");
        propertyGrid = grid(two);
        Card lifeCard = cards.card("Lifecycle");
        bar = new LifeBar(lifeCard, desk);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Panel dates = row(lifeCard, 2);
        ((GridLayout) dates.getLayout()).makeColumnsEqualWidth = true;
        PropertyGrid past = grid(dates);
        PropertyGrid coming = grid(dates);
        boxes.add(past, "purchasedOn", "Purchased", "year-month-day");
        boxes.add(past, "warrantyEndsOn", "Warranty ends", "year-month-day");
        boxes.add(coming, "supportEndsOn", "Support ends", "year-month-day");
        boxes.add(coming, "refreshPlannedOn", "Refresh", "year-month-day");
        relations = new RelationsCard(cards.card("Relations"), desk, open);
        relations.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        ticketCard = cards.card("Tickets");
        tickets = row(ticketCard, 1);
        sessionCard = cards.card("Remote sessions");
        sessions = row(sessionCard, 1);
        guests = row(page, 1);
        historyCard = cards.card("History");
        history = new HistoryCard(historyCard, desk);
        history.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        show(sessionCard, false);
        show(historyCard, false);
        show(area, false);
        live = desk.assets().follow(asset, desk.ui(), this::show);
        this.past = desk.services().history().follow(asset, desk.ui(), this::showPast);
        services = desk.services().onChange(() -> desk.ui().execute(this::offerSession));
        addListener(SWT.Dispose, event -> letGo());
        offerSession();
    }

    private void letGo() {
        live.close();
        past.close();
        try {
            services.close();
        } catch (Exception e) {
            throw new IllegalStateException("The services did not let go of their listener.", e);
        }
    }

    private void offerSession() {
        if (!isDisposed()) {
            show(session, desk.services().sessions().isPresent());
            session.getParent().layout(true);
        }
    }

    private void startSession() {
        desk.services().sessions().ifPresent(starter -> starter.begin(new RecordRef(EntityKind.ASSET, asset)));
    }

    private void showPast(Past found) {
        if (isDisposed()) {
            return;
        }
        show(historyCard, !found.changes().isEmpty());
        history.show(found.changes());
        show(sessionCard, !found.sessions().isEmpty());
        clear(sessions);
        found.sessions().stream().limit(TICKETS_SHOWN).forEach(this::sessionLine);
        area.content().layout(true, true);
        area.refreshInPlace();
    }

    private void sessionLine(Worked worked) {
        RemoteSession held = worked.session();
        String when = held.startedAt().map(desk.times()::moment).orElse("");
        String took = held.startedAt().isPresent() && held.endedAt().isPresent()
                ? ", "
                        + RelativeTime.span(Duration.between(
                                held.startedAt().get(), held.endedAt().get()))
                : "";
        RecordLine line = held.ticketId().isPresent()
                ? new RecordLine(sessions, desk.look())
                : RecordLine.still(sessions, desk.look());
        line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        held.ticketId().ifPresent(id -> line.onPress(() -> open.accept(new RecordRef(EntityKind.TICKET, id))));
        line.icon("session", Tone.DIM)
                .detail(when + took + (held.reason().isEmpty() ? "" : "  ·  " + held.reason()), Tone.DIM)
                .text((worked.who().isEmpty() ? "Somebody" : worked.who()) + ", "
                        + held.protocol().label());
    }

    private static GridLayout column(int margin, int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = margin;
        layout.marginHeight = margin == 0 ? 0 : 16;
        layout.verticalSpacing = spacing;
        return layout;
    }

    private Panel row(Composite parent, int columns) {
        Tone ground = parent instanceof Card ? Tone.PANEL : Tone.EDITOR;
        Panel row = new Panel(parent, desk.look(), ground);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 2;
        row.setLayout(layout);
        return row;
    }

    private PropertyGrid grid(Composite parent) {
        PropertyGrid grid = new PropertyGrid(parent, desk.look(), Tone.PANEL);
        grid.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return grid;
    }

    private <T> Choice<T> choice(
            PropertyGrid grid,
            String label,
            List<T> options,
            Function<T, String> words,
            String field,
            Function<T, String> value) {
        Choice<T> choice = grid.row(label, cell -> new Choice<>(cell, desk.look(), Tone.PANEL, label, options, words));
        WidgetId.set(choice, "waystation.asset." + field);
        return choice.onChange(chosen -> change(Map.of(field, value.apply(chosen))));
    }

    /** Where the panels of other plug-ins stand, at the end of the page. */
    public Panel guests() {
        return guests;
    }

    /** Called with the asset now and after each change. */
    public void onAsset(Consumer<Asset> newListener) {
        listener = newListener;
    }

    @Override
    public boolean setFocus() {
        return area.setFocus();
    }

    private void change(Map<String, Object> fields) {
        desk.edits().follow(desk.assets().change(List.of(new AssetChange(asset, Map.copyOf(fields)))));
    }

    private void retireOrReturn() {
        boolean retired = shown.map(view -> view.asset().state().equals(AssetState.RETIRED))
                .orElse(false);
        boolean dated =
                shown.filter(view -> view.actions().mayChange("retiredOn")).isPresent();
        if (retired || !dated) {
            AssetState next = retired ? AssetState.IN_USE : AssetState.RETIRED;
            change(Map.of("state", next.code()));
        } else {
            change(Map.of(
                    "state",
                    AssetState.RETIRED.code(),
                    "retiredOn",
                    desk.today().toString()));
        }
    }

    private void show(Optional<AssetView> view) {
        if (isDisposed()) {
            return;
        }
        boolean first = shown.isEmpty();
        shown = view;
        show(missing, view.isEmpty());
        show(area, view.isPresent());
        layout();
        view.ifPresent(held -> fill(held, first));
    }

    private void fill(AssetView view, boolean first) {
        Asset held = view.asset();
        title.text(held.name());
        String company = view.company().map(found -> found.name()).orElse("Company not held here");
        whose.text(view.site().map(found -> company + " · " + found.name()).orElse(company) + " · "
                + held.kind().label());
        AssetLife dates = AssetLife.of(held, desk.today());
        life.show(
                dates.mark() == AssetLife.Mark.LATER ? held.state().label() : LifeWords.word(dates.mark()),
                LifeWords.tint(dates.mark()));
        show(unsynced, !view.unsyncedFields().isEmpty());
        allow(view.actions());
        retire.text(held.state().equals(AssetState.RETIRED) ? "Put back in use" : "Retire");
        kind.options(with(AssetKind.KNOWN, held.kind()));
        kind.value(held.kind());
        state.options(with(AssetState.KNOWN, held.state()));
        state.value(held.state());
        if (first) {
            held.companyId()
                    .ifPresent(id -> desk.edits().follow(desk.assets().sites(id), this::offerSites, refused -> {}));
            propertyBoxes(held);
        }
        site.value(view.site().orElse(null));
        fillBoxes(held);
        bar.show(held);
        relations.show(view);
        fillTickets(view.tickets());
        listener.accept(held);
        area.content().layout(true, true);
        area.refreshInPlace();
    }

    /** What the reader may change of the asset; where that is nothing, the page says why. */
    private void allow(RecordActions may) {
        retire.setEnabled(may.mayChange("state"));
        kind.setEnabled(may.mayChange("kind"));
        state.setEnabled(may.mayChange("state"));
        site.setEnabled(may.mayChange("siteId"));
        boxes.allow(may::mayChange);
        boolean change = may.mayUpdate();
        readOnly.text(change ? "" : "Your role does not let you change this asset. Ask somebody who leads.");
        show(readOnly, !change);
    }

    /** A word of a newer server's stays among the choices. */
    private static <T> List<T> with(List<T> known, T present) {
        Set<T> all = new LinkedHashSet<>(known);
        all.add(present);
        return List.copyOf(all);
    }

    private void offerSites(List<Site> sites) {
        if (!isDisposed()) {
            site.options(sites);
            site.value(shown.flatMap(AssetView::site).orElse(null));
        }
    }

    private void propertyBoxes(Asset held) {
        Set<String> names = new LinkedHashSet<>(held.properties().keySet());
        names.addAll(new PropertyNames().of(held.kind()));
        names.forEach(
                name -> boxes.add(propertyGrid, "properties." + name, AssetFields.label("properties." + name), ""));
    }

    private void fillBoxes(Asset held) {
        boxes.show("name", held.name());
        boxes.show("role", held.role());
        boxes.show("location", held.location());
        boxes.show("manufacturer", held.manufacturer());
        boxes.show("model", held.model());
        boxes.show("serial", held.serial());
        boxes.show("purchasedOn", held.purchasedOn().map(Object::toString).orElse(""));
        boxes.show("warrantyEndsOn", held.warrantyEndsOn().map(Object::toString).orElse(""));
        boxes.show("supportEndsOn", held.supportEndsOn().map(Object::toString).orElse(""));
        boxes.show(
                "refreshPlannedOn",
                held.refreshPlannedOn().map(Object::toString).orElse(""));
        boxes.properties(held.properties());
    }

    private void fillTickets(List<Ticket> found) {
        show(ticketCard, !found.isEmpty());
        clear(tickets);
        found.stream().limit(TICKETS_SHOWN).forEach(ticket -> {
            RecordLine line = new RecordLine(tickets, desk.look());
            line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            line.icon("ticket", Tone.DIM)
                    .number(ticket.number().map(String::valueOf).orElse("new"))
                    .detail(ticket.status().label(), Tone.DIM)
                    .onPress(() -> open.accept(new RecordRef(EntityKind.TICKET, ticket.id())))
                    .text(ticket.subject());
        });
    }

    private static void clear(Panel panel) {
        for (Control child : panel.getChildren()) {
            child.dispose();
        }
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        if (control.getLayoutData() == null) {
            control.setLayoutData(new GridData());
        }
        ((GridData) control.getLayoutData()).exclude = !visible;
    }
}
