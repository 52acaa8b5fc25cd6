package org.waystation.insight.ui.internal.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.insight.EntryFilter;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.PriceBasis;
import org.waystation.api.insight.SwitchCase;
import org.waystation.insight.ui.internal.Desk;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/**
 * Which companies that pay for each repair would be better off managed. A company opens its arithmetic below it, and a month
 * of that the billable time entries; the price opens the agreements it is taken from, and can be assumed to be another.
 */
final class SwitchTable {

    private final Consumer<Optional<BigDecimal>> price;
    private final BiConsumer<String, EntryFilter> entries;
    private final Runnable arranged;
    private final FigureCard card;
    private final FigureCard arithmetic;
    private final TextBox assumed;
    private Optional<InsightReport> shown = Optional.empty();
    private Optional<UUID> explained = Optional.empty();
    private boolean priceExplained;

    /**
     * @param price takes what an endpoint is assumed to cost
     * @param entries shows time entries
     * @param arranged called after the height has changed
     */
    SwitchTable(
            Composite parent,
            Desk desk,
            Consumer<Optional<BigDecimal>> price,
            BiConsumer<String, EntryFilter> entries,
            Runnable arranged) {
        this.price = price;
        this.entries = entries;
        this.arranged = arranged;
        card = new FigureCard(
                parent,
                desk.look(),
                "Would they be better off managed?",
                List.of(
                        FigureColumn.text("Company", 24),
                        FigureColumn.figure("Billable h"),
                        FigureColumn.figure("Rate"),
                        FigureColumn.figure("By the hour"),
                        FigureColumn.figure("Managed"),
                        FigureColumn.figure("Saved"),
                        new FigureColumn("Better off", 16, true)));
        Panel row = new Panel(card.above(), desk.look(), Tone.PANEL);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 0;
        layout.marginHeight = 6;
        layout.horizontalSpacing = 8;
        row.setLayout(layout);
        new TextLine(row, desk.look(), TextStyle.BODY, Tone.DIM).text("An endpoint costs, a month");
        assumed = new TextBox(row, desk.look(), Tone.PANEL, "Price of an endpoint and month", 1).onSubmit(this::assume);
        GridData narrow = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        narrow.widthHint = 110;
        assumed.setLayoutData(narrow);
        WidgetId.set(assumed.control(), "waystation.insight.price");
        assumed.control().addListener(SWT.FocusOut, event -> assume());
        WidgetId.set(
                new FlatButton(row, desk.look(), FlatButton.Kind.QUIET)
                        .text("Where it is from")
                        .onPress(this::explainPrice),
                "waystation.insight.price.why");
        arithmetic = new FigureCard(
                parent,
                desk.look(),
                "The arithmetic",
                List.of(
                        FigureColumn.text("Month", 24),
                        FigureColumn.figure("Billable h"),
                        FigureColumn.figure("By the hour"),
                        FigureColumn.figure("Endpoints"),
                        FigureColumn.figure("Managed"),
                        FigureColumn.figure("Saved")));
        arithmetic.visible(false);
    }

    void show(InsightReport report) {
        shown = Optional.of(report);
        PriceBasis basis = report.price();
        card.visible(!report.switches().isEmpty());
        card.say("Billable hours times the hourly rate, against endpoints times "
                + (basis.price().isEmpty() ? "a price that no agreement tells" : Figures.money(basis.price()))
                + " for each month that is over. A company opens its arithmetic.");
        if (!assumed.control().isFocusControl()) {
            assumed.text(report.query()
                    .pricePerEndpoint()
                    .map(BigDecimal::toPlainString)
                    .orElse(""));
        }
        assumed.placeholder(basis.assumed() ? "" : Figures.amount(basis.price().map(money -> money.amount())));
        card.clear();
        for (SwitchCase each : report.switches()) {
            FigureRow row = card.row(
                    List.of(
                            each.name(),
                            Figures.hours(each.months().stream()
                                    .mapToLong(SwitchCase.Line::billableMinutes)
                                    .sum()),
                            Figures.amount(each.rate().map(rate -> rate.amount())),
                            Figures.amount(each.paid()),
                            Figures.amount(each.fee()),
                            Figures.amount(each.saved()),
                            words(each)),
                    tone(each),
                    () -> explain(each.company()));
            WidgetId.set(row, "waystation.insight.switch");
        }
        explainAgain();
    }

    private static String words(SwitchCase each) {
        return switch (each.verdict()) {
            case BETTER_MANAGED -> "managed";
            case BETTER_AS_IT_IS -> "as it is";
            case UNDECIDED -> each.reason();
        };
    }

    private static Tone tone(SwitchCase each) {
        return switch (each.verdict()) {
            case BETTER_MANAGED -> Tone.PROACTIVE;
            case BETTER_AS_IT_IS -> Tone.TEXT;
            case UNDECIDED -> Tone.DIM;
        };
    }

    private void assume() {
        String typed = assumed.text().strip();
        Optional<BigDecimal> amount = Choices.amount(typed);
        if (!typed.isEmpty() && amount.isEmpty()) {
            assumed.error("Write an amount such as 24.50, or nothing.");
            arranged.run();
            return;
        }
        assumed.error("");
        price.accept(amount);
    }

    private void explain(UUID company) {
        boolean again = explained.equals(Optional.of(company)) && !priceExplained;
        explained = again ? Optional.empty() : Optional.of(company);
        priceExplained = false;
        explainAgain();
        arranged.run();
    }

    private void explainPrice() {
        priceExplained = !priceExplained;
        explained = Optional.empty();
        explainAgain();
        arranged.run();
    }

    private void explainAgain() {
        Optional<SwitchCase> found = shown.flatMap(report -> report.switches().stream()
                .filter(each -> explained.equals(Optional.of(each.company())))
                .findFirst());
        arithmetic.visible(found.isPresent() || priceExplained);
        arithmetic.clear();
        found.ifPresent(this::fill);
        if (priceExplained) {
            shown.ifPresent(report -> fill(report.price()));
        }
    }

    private void fill(SwitchCase each) {
        arithmetic.say(each.name() + ". Minutes times " + Figures.money(each.rate())
                + ", to the penny each month; a month opens its billable time entries.");
        for (SwitchCase.Line line : each.months()) {
            row(
                    line,
                    () -> entries.accept(
                            each.name() + ", " + Figures.month(line.month()) + ", billable",
                            EntryFilter.any()
                                    .in(line.month())
                                    .at(each.company())
                                    .billed()));
        }
        List<String> sum = new ArrayList<>(List.of(
                "All",
                Figures.hours(each.months().stream()
                        .mapToLong(SwitchCase.Line::billableMinutes)
                        .sum()),
                Figures.amount(each.paid()),
                "",
                Figures.amount(each.fee()),
                Figures.amount(each.saved())));
        arithmetic.row(sum, Tone.TEXT, null);
    }

    private void row(SwitchCase.Line line, Runnable press) {
        arithmetic.row(
                List.of(
                        Figures.month(line.month()),
                        Figures.hours(line.billableMinutes()),
                        Figures.amount(line.paid()),
                        Figures.count(line.endpoints()),
                        Figures.amount(line.fee()),
                        Figures.amount(line.paid().flatMap(paid -> line.fee().map(paid::subtract)))),
                Tone.TEXT,
                press);
    }

    /** The columns of months serve: fee and endpoints of each agreement, and what an endpoint costs under it. */
    private void fill(PriceBasis basis) {
        arithmetic.say(
                basis.parts().isEmpty()
                        ? "No managed agreement in force covers every kind of asset, so no price can be taken from one."
                        : (basis.assumed() ? "The price is assumed. " : "The price is the median. ")
                                + "Managed agreements in force that cover all assets: fee through endpoints.");
        for (PriceBasis.Part part : basis.parts()) {
            arithmetic.row(
                    List.of(
                            part.name(),
                            "",
                            Figures.money(Optional.of(part.monthlyFee())),
                            Figures.count(part.endpoints()),
                            Figures.amount(Optional.of(part.perEndpoint())),
                            ""),
                    Tone.TEXT,
                    null);
        }
    }
}
