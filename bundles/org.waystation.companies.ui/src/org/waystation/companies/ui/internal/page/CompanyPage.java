package org.waystation.companies.ui.internal.page;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.api.assets.AssetLife;
import org.waystation.api.companies.CompanyRow;
import org.waystation.api.companies.CompanyView;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.RemoteSession;
import org.waystation.api.domain.Ticket;
import org.waystation.api.insight.InsightService;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.companies.ui.internal.AgreementTints;
import org.waystation.companies.ui.internal.Desk;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.RecordLine;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Tint;
import org.waystation.shell.widgets.WidgetId;

/** A company: what was agreed, who and where it is, what is open and what is at risk. It follows the company. */
public final class CompanyPage extends Panel {

    private static final int TWO_COLUMNS_FROM = 760;

    private static final List<SheetField> BASICS = List.of(
            SheetField.line("name", "Name"),
            SheetField.line("city", "City"),
            SheetField.line("phone", "Telephone"),
            SheetField.line("domain", "Domain"),
            SheetField.text("beforeWork", "What to know before working there"));

    private final Desk desk;
    private final UUID company;
    private final Consumer<RecordRef> open;
    private final People people;
    private final EmptyState missing;
    private final ScrollArea area;
    private final TextLine title;
    private final TextLine where;
    private final Pill agreement;
    private final Pill unsynced;
    private final FlatButton insight;
    private final FlatButton edit;
    private final BeforeWorkCard beforeWork;
    private final Panel columns;
    private final Section agreements;
    private final Section work;
    private final Section risk;
    private final Section sessions;
    private final Section contacts;
    private final Section sites;
    private final Section articles;
    private final Panel guests;
    private final LiveValue live;
    private Optional<CompanyView> shown = Optional.empty();
    private Consumer<String> nameListener = ignored -> {};

    /** @param open opens another record */
    public CompanyPage(Composite parent, Desk desk, UUID company, Consumer<RecordRef> open) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.company = company;
        this.open = open;
        this.people = new People(desk, company);
        setLayout(layout(1, 0, 0));
        missing = new EmptyState(this, desk.look(), Tone.EDITOR);
        missing.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        missing.showEmpty(
                "company", "This company is not here", "It was deleted, or is no longer in your scope.", "", () -> {});
        area = new ScrollArea(this, desk.look(), Tone.EDITOR);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite page = area.content();
        page.setLayout(layout(1, 20, 12));
        Panel head = new Panel(page, desk.look(), Tone.EDITOR);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        head.setLayout(layout(5, 0, 0));
        title = WidgetId.set(new TextLine(head, desk.look(), TextStyle.TITLE, Tone.TEXT), "waystation.company.title");
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        unsynced = new Pill(head, desk.look(), "not yet synced", Tint.WARN);
        agreement = new Pill(head, desk.look(), "", Tint.NEUTRAL);
        insight = WidgetId.set(
                new FlatButton(head, desk.look(), FlatButton.Kind.PLAIN)
                        .text("Insight")
                        .onPress(() -> open.accept(new RecordRef(InsightService.KIND, company))),
                "waystation.company.insight");
        edit = WidgetId.set(
                new FlatButton(head, desk.look(), FlatButton.Kind.PLAIN)
                        .text("Edit")
                        .onPress(this::editBasics),
                "waystation.company.edit");
        where = new TextLine(page, desk.look(), TextStyle.BODY, Tone.DIM);
        where.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        beforeWork = new BeforeWorkCard(page, desk.look());
        beforeWork.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        columns = new Panel(page, desk.look(), Tone.EDITOR);
        columns.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        columns.setLayout(layout(2, 0, 12));
        Panel left = column();
        Panel right = column();
        agreements = new Section(left, desk.look(), "Agreement");
        work = new Section(left, desk.look(), "Open work");
        risk = new Section(left, desk.look(), "Assets at risk");
        contacts = new Section(right, desk.look(), "Contacts")
                .action("plus", "New contact", () -> people.addContact(this));
        sites = new Section(right, desk.look(), "Sites").action("plus", "New site", () -> people.addSite(this));
        sessions = new Section(left, desk.look(), "Recent sessions");
        articles = new Section(right, desk.look(), "Articles");
        guests = new Panel(page, desk.look(), Tone.EDITOR);
        guests.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        guests.setLayout(layout(1, 0, 0));
        addListener(SWT.Resize, event -> arrange());
        show(area, false);
        live = desk.companies().follow(company, desk.ui(), this::show);
        addListener(SWT.Dispose, event -> live.close());
    }

    private Panel column() {
        Panel column = new Panel(columns, desk.look(), Tone.EDITOR);
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        column.setLayout(layout(1, 0, 12));
        return column;
    }

    private static GridLayout layout(int columns, int margin, int spacing) {
        GridLayout layout = new GridLayout(columns, false);
        layout.makeColumnsEqualWidth = columns == 2;
        layout.marginWidth = margin;
        layout.marginHeight = margin == 0 ? 0 : 16;
        layout.horizontalSpacing = columns == 2 ? 12 : 8;
        layout.verticalSpacing = spacing;
        return layout;
    }

    /** Narrow editors have one column. */
    private void arrange() {
        int wanted = getClientArea().width >= TWO_COLUMNS_FROM ? 2 : 1;
        GridLayout layout = (GridLayout) columns.getLayout();
        if (layout.numColumns != wanted) {
            layout.numColumns = wanted;
            area.refreshInPlace();
        }
    }

    /** Where the panels of other plug-ins stand, at the end of the page. */
    public Panel guests() {
        return guests;
    }

    /** Called with the name now and after each change. */
    public void onName(Consumer<String> listener) {
        nameListener = listener;
    }

    @Override
    public boolean setFocus() {
        return insight.setFocus();
    }

    private void editBasics() {
        shown.ifPresent(view -> {
            Company held = view.company();
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("name", held.name());
            values.put("city", held.city());
            values.put("phone", held.phone());
            values.put("domain", held.domain());
            values.put("beforeWork", held.beforeWork());
            RecordRef ref = new RecordRef(EntityKind.COMPANY, company);
            new RecordSheet(
                            getShell(),
                            desk,
                            held.name(),
                            BASICS,
                            values,
                            written -> desk.companies().change(ref, written))
                    .open();
        });
    }

    private void show(Optional<CompanyView> view) {
        if (isDisposed()) {
            return;
        }
        shown = view;
        show(missing, view.isEmpty());
        show(area, view.isPresent());
        layout();
        view.ifPresent(this::fill);
    }

    private void fill(CompanyView view) {
        Company held = view.company();
        title.text(held.name());
        agreement.show(
                AgreementTints.word(view.row().agreement()),
                AgreementTints.tint(view.row().agreement()));
        show(unsynced, !view.unsynced().isEmpty());
        show(edit, desk.companies().takes(EntityKind.COMPANY));
        edit.setEnabled(view.mayEdit());
        edit.name(view.mayEdit() ? "Edit " + held.name() : "Dispatchers and leads change companies");
        where.text(Stream.of(held.city(), held.phone(), held.domain(), endpoints(held))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("  ·  ")));
        show(beforeWork, !held.beforeWork().isBlank());
        beforeWork.show(held.name(), held.beforeWork());
        AgreementCard card = new AgreementCard(desk);
        agreements.fill(view.agreements(), card::show, "No agreement is held here.");
        work.count(view.row().openTickets());
        work.fill(view.openTickets(), this::ticket, "Nothing is open.");
        risk.count(view.row().assetsAtRisk());
        risk.fill(view.assetsAtRisk(), this::asset, riskWords(view.row()));
        contacts.offer(desk.companies().takes(EntityKind.CONTACT));
        contacts.count(view.contacts().size());
        contacts.fill(view.contacts(), people::show, "Nobody is known here yet.");
        sites.offer(desk.companies().takes(EntityKind.SITE));
        sites.fill(view.sites(), people::show, "No site is known yet.");
        sessions.fill(view.sessions(), this::session, "Nobody worked here from afar yet.");
        articles.fill(
                view.articles(),
                (parent, article) -> link(
                        parent,
                        "article",
                        article.title(),
                        "",
                        Tone.DIM,
                        new RecordRef(EntityKind.ARTICLE, article.id())),
                "No article is about this company.");
        nameListener.accept(held.name());
        area.content().layout(true, true);
        area.refreshInPlace();
    }

    private static String endpoints(Company held) {
        return held.endpoints() == 0 ? "" : held.endpoints() + " endpoints";
    }

    private static String riskWords(CompanyRow row) {
        return row.assets() == 0
                ? "No asset is held here."
                : "All " + row.assets() + " assets have warranty and support, as far as dates are known.";
    }

    private void ticket(Composite parent, Ticket ticket) {
        String number = ticket.number().map(String::valueOf).orElse("new");
        boolean late = ticket.resolutionDueAt()
                .map(due -> due.isBefore(desk.times().now()))
                .orElse(false);
        link(
                parent,
                "ticket",
                number + "  " + ticket.subject(),
                ticket.resolutionDueAt()
                        .map(desk.times()::due)
                        .orElse(ticket.status().label()),
                late ? Tone.BAD : Tone.DIM,
                new RecordRef(EntityKind.TICKET, ticket.id()));
    }

    private void asset(Composite parent, Asset asset) {
        Optional<AssetLife.Due> worst = AssetLife.of(asset, desk.today()).dates().stream()
                .filter(due -> !due.what().equals("Refresh"))
                .findFirst();
        boolean over = worst.map(due -> due.mark() == AssetLife.Mark.OVERDUE).orElse(false);
        link(
                parent,
                "asset",
                asset.name() + "  ·  " + asset.kind().label(),
                worst.map(due -> due.what()
                                + (over ? " over since " : " ends ")
                                + desk.times().date(due.on()))
                        .orElse(""),
                over ? Tone.BAD : Tone.WARN,
                new RecordRef(EntityKind.ASSET, asset.id()));
    }

    private void session(Composite parent, RemoteSession session) {
        Optional<Duration> took =
                session.startedAt().flatMap(from -> session.endedAt().map(to -> Duration.between(from, to)));
        String detail = session.startedAt().map(desk.times()::ago).orElse("")
                + took.map(length -> " · " + RelativeTime.span(length)).orElse("");
        RecordRef to = session.assetId()
                .map(asset -> new RecordRef(EntityKind.ASSET, asset))
                .or(() -> session.ticketId().map(ticket -> new RecordRef(EntityKind.TICKET, ticket)))
                .orElse(new RecordRef(EntityKind.COMPANY, company));
        link(parent, "session", session.target(), detail, Tone.DIM, to);
    }

    private void link(Composite parent, String icon, String words, String detail, Tone tone, RecordRef ref) {
        new RecordLine(parent, desk.look())
                .icon(icon, Tone.DIM)
                .detail(detail, tone)
                .text(words)
                .onPress(() -> open.accept(ref))
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        if (control.getLayoutData() == null) {
            control.setLayoutData(new GridData());
        }
        ((GridData) control.getLayoutData()).exclude = !visible;
    }
}
