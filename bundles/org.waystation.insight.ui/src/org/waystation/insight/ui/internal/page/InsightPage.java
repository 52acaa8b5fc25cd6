package org.waystation.insight.ui.internal.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Origin;
import org.waystation.api.insight.EntryFilter;
import org.waystation.api.insight.InsightQuery;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightReport.Month;
import org.waystation.api.insight.InsightScope;
import org.waystation.api.insight.InsightService;
import org.waystation.api.insight.InsightService.Form;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.RecordRef;
import org.waystation.insight.ui.internal.Desk;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** An insight: the numbers that matter, the plots, and the tables that explain them. It follows the work. */
public final class InsightPage extends Panel {

    private static final int TWO_COLUMNS_FROM = 820;
    private static final List<Integer> PERIODS = List.of(3, 6, 12, 24);

    private final Desk desk;
    private final TextLine title;
    private final TextLine period;
    private final FlatButton months;
    private final FlatButton export;
    private final EmptyState nothing;
    private final ScrollArea area;
    private final Numbers numbers;
    private final Panel plots;
    private final HoursPlot hours;
    private final EndpointPlot endpoints;
    private final MonthTable monthTable;
    private final SwitchTable switches;
    private final CompanyTable companies;
    private final CauseTables causes;
    private InsightQuery query;
    private Optional<LiveValue> live = Optional.empty();
    private Optional<InsightReport> shown = Optional.empty();
    private Consumer<String> titleListener = ignored -> {};

    public InsightPage(Composite parent, Desk desk, InsightScope scope) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        query = new InsightQuery(scope, desk.month(), Choices.usual().months(), Optional.empty());
        setLayout(column(0, 0));
        Panel head = new Panel(this, desk.look(), Tone.EDITOR);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout line = column(20, 8);
        line.numColumns = 4;
        line.marginHeight = 16;
        head.setLayout(line);
        title = WidgetId.set(new TextLine(head, desk.look(), TextStyle.TITLE, Tone.TEXT), "waystation.insight.title");
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WidgetId.set(
                new FlatButton(head, desk.look(), FlatButton.Kind.PLAIN)
                        .text("Companies")
                        .menu(this::scopes),
                "waystation.insight.scope");
        months = WidgetId.set(
                new FlatButton(head, desk.look(), FlatButton.Kind.PLAIN).menu(this::periods),
                "waystation.insight.months");
        export = WidgetId.set(
                new FlatButton(head, desk.look(), FlatButton.Kind.PLAIN)
                        .text("Export")
                        .menu(this::forms),
                "waystation.insight.export");
        period = new TextLine(head, desk.look(), TextStyle.BODY, Tone.DIM);
        period.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 4, 1));
        nothing = new EmptyState(this, desk.look(), Tone.EDITOR);
        nothing.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        area = new ScrollArea(this, desk.look(), Tone.EDITOR);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite page = area.content();
        GridLayout content = column(20, 12);
        content.marginBottom = 20;
        page.setLayout(content);
        numbers = new Numbers(page, desk.look());
        plots = new Panel(page, desk.look(), Tone.EDITOR);
        plots.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout sideBySide = column(0, 12);
        sideBySide.numColumns = 2;
        sideBySide.makeColumnsEqualWidth = true;
        sideBySide.horizontalSpacing = 12;
        plots.setLayout(sideBySide);
        hours = new HoursPlot(
                plotCard(
                        "Hours by month",
                        new Legend.Entry(Tone.REACTIVE, "reactive"),
                        new Legend.Entry(Tone.PROACTIVE, "proactive")),
                desk.look());
        hours.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        hours.onOpen(month -> entries(month, EntryFilter.any()));
        endpoints = new EndpointPlot(
                plotCard("Reactive hours per endpoint", new Legend.Entry(Tone.REACTIVE, "hours")), desk.look());
        endpoints.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        endpoints.onOpen(month -> entries(month, EntryFilter.any().from(Origin.REACTIVE)));
        monthTable = new MonthTable(page, desk.look(), month -> entries(month, EntryFilter.any()));
        switches = new SwitchTable(page, desk, this::price, this::entries, area::refreshInPlace);
        companies = new CompanyTable(page, desk.look(), company -> look(InsightScope.of(company)));
        causes = new CauseTables(page, desk.look(), (words, filter) -> entries(words, filter));
        addListener(SWT.Resize, event -> arrange());
        addListener(SWT.Dispose, event -> live.ifPresent(LiveValue::close));
        sayLoading();
        Choices.load(desk, choices -> {
            if (!isDisposed()) {
                ask(query.withMonths(choices.months()).withPrice(choices.price()));
            }
        });
    }

    private static GridLayout column(int margin, int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = margin;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = spacing;
        return layout;
    }

    private Card plotCard(String heading, Legend.Entry... legend) {
        Card card = new Card(plots, desk.look());
        card.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        card.setLayout(FigureCard.layout(12, 10));
        new Legend(card, desk.look(), heading, List.of(legend))
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return card;
    }

    /** Narrow editors have one plot above the other. */
    private void arrange() {
        int wanted = getClientArea().width >= TWO_COLUMNS_FROM ? 2 : 1;
        GridLayout layout = (GridLayout) plots.getLayout();
        if (layout.numColumns != wanted) {
            layout.numColumns = wanted;
            area.refreshInPlace();
        }
    }

    /** Called with the title now and after each change. */
    public void onTitle(Consumer<String> listener) {
        titleListener = listener;
    }

    @Override
    public boolean setFocus() {
        return months.setFocus();
    }

    private List<MenuChoice> scopes() {
        List<MenuChoice> choices = new ArrayList<>();
        choices.add(scope("All companies", InsightScope.all()));
        choices.add(MenuChoice.heading("By agreement"));
        for (AgreementKind kind : AgreementKind.KNOWN) {
            choices.add(scope(Figures.agreement(Optional.of(kind)), InsightScope.of(kind)));
        }
        choices.add(MenuChoice.heading("Or"));
        choices.add(MenuChoice.of("Choose companies …", this::chooseGroup)
                .checkedIf(query.scope().companies().size() > 1));
        return choices;
    }

    private void chooseGroup() {
        desk.edits()
                .follow(
                        desk.insight().report(query.withScope(InsightScope.all())),
                        all -> {
                            if (!isDisposed()) {
                                new GroupSheet(
                                                getShell(),
                                                desk,
                                                all,
                                                query.scope().companies(),
                                                picked -> ask(
                                                        query.withScope(new InsightScope(Optional.empty(), picked))))
                                        .open();
                            }
                        },
                        refused -> {});
    }

    private MenuChoice scope(String words, InsightScope scope) {
        return MenuChoice.of(words, () -> look(scope)).checkedIf(scope.equals(query.scope()));
    }

    /** Another scope is another editor, so that one can stand beside the other. */
    private void look(InsightScope scope) {
        desk.navigator().open(new RecordRef(InsightService.KIND, desk.insight().id(scope)));
    }

    private List<MenuChoice> periods() {
        return PERIODS.stream()
                .map(count -> MenuChoice.of(words(count), () -> choose(query.withMonths(count)))
                        .checkedIf(count == query.months()))
                .toList();
    }

    private static String words(int count) {
        return "Last " + count + " months";
    }

    private List<MenuChoice> forms() {
        return shown.map(report -> List.of(
                        MenuChoice.of("PDF …", () -> new ReportSaver(desk).save(getShell(), report, Form.PDF)),
                        MenuChoice.of("CSV …", () -> new ReportSaver(desk).save(getShell(), report, Form.CSV))))
                .orElse(List.of());
    }

    private void price(Optional<BigDecimal> price) {
        if (!price.equals(query.pricePerEndpoint())) {
            choose(query.withPrice(price));
        }
    }

    private void choose(InsightQuery chosen) {
        new Choices(chosen.months(), chosen.pricePerEndpoint()).keep(desk);
        ask(chosen);
    }

    private void ask(InsightQuery asked) {
        live.ifPresent(LiveValue::close);
        query = asked;
        months.text(words(asked.months()));
        live = Optional.of(desk.insight().follow(asked, desk.ui(), this::show));
    }

    private void sayLoading() {
        title.text("Insight");
        export.setEnabled(false);
        nothing.showEmpty("clock", "Summing up", "The first time takes a few seconds.", "", () -> {});
        visible(nothing, true);
        visible(area, false);
    }

    private void show(Optional<InsightReport> report) {
        if (isDisposed()) {
            return;
        }
        if (report.isEmpty()) {
            if (shown.isEmpty()) {
                nothing.showError(
                        "The sums could not be taken",
                        "It was cancelled, or the local data could not be read.",
                        "Try again",
                        () -> ask(query));
            }
            return;
        }
        shown = report;
        fill(report.get());
    }

    private void fill(InsightReport report) {
        title.text(report.title());
        titleListener.accept(report.title());
        period.text(Figures.month(report.query().first()) + " to "
                + Figures.month(report.query().last()) + ". Averages leave out the month that is not over.");
        export.setEnabled(true);
        nothing.showEmpty(
                "clock",
                "No work in these months",
                "Tickets and time entries count as soon as they are here.",
                "",
                () -> {});
        visible(nothing, report.empty());
        visible(area, !report.empty());
        layout();
        numbers.show(report);
        hours.show(report.months());
        endpoints.show(report.months());
        monthTable.show(report.months());
        switches.show(report);
        companies.show(report);
        causes.show(report);
        area.content().layout(true, true);
        area.refreshInPlace();
    }

    private void entries(Month month, EntryFilter filter) {
        entries(Figures.month(month.month()), filter.in(month.month()));
    }

    private void entries(String words, EntryFilter filter) {
        new EntriesSheet(getShell(), desk, words).open(query, filter);
    }

    private static void visible(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }
}
