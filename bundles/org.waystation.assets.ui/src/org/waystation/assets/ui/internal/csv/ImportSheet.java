package org.waystation.assets.ui.internal.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.assets.AssetCsv.Imported;
import org.waystation.api.assets.AssetCsv.Mapping;
import org.waystation.api.assets.AssetCsv.Outcome;
import org.waystation.api.assets.AssetCsv.Plan;
import org.waystation.api.assets.AssetCsv.Planned;
import org.waystation.api.assets.AssetCsv.Table;
import org.waystation.api.assets.AssetFields;
import org.waystation.api.domain.Company;
import org.waystation.api.notify.Notification;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.assets.ui.internal.Desk;
import org.waystation.assets.ui.internal.LineList;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.Sheet;
import org.waystation.shell.widgets.Sheet.Foot;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/**
 * A sheet to import assets from a table: what each column means on the left, and on the right what would come of each
 * line. Nothing is kept before Import is pressed, and then the right lines all at once.
 */
public final class ImportSheet {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 680;
    private static final int LEFT = 396;

    /** Milliseconds after a change in which more may follow. */
    private static final int PAUSE = 150;

    private static final String NOTHING = "";

    private final Desk desk;
    private final Table table;
    private final Sheet sheet;
    private final Map<Integer, String> fields;
    private final List<Choice<String>> columns = new ArrayList<>();
    private final Choice<Company> company;
    private final Toggle update;
    private final Toggle onlyWrong;
    private final TextLine summary;
    private final WrappedText trouble;
    private final LineList<Planned> list;
    private final FlatButton take;
    private final Runnable replan = this::plan;
    private Optional<Plan> plan = Optional.empty();
    private int asked;

    private ImportSheet(Shell owner, Desk desk, String file, Table table) {
        this.desk = desk;
        this.table = table;
        this.fields = new HashMap<>(desk.services().csv().suggest(table));
        sheet = new Sheet(owner, desk.look(), "Import assets");
        Panel panel = sheet.body();
        fill(new TextLine(panel, desk.look(), TextStyle.BODY, Tone.DIM)
                .text(file + "  ·  " + number(table.lines().size()) + " lines, "
                        + table.headings().size() + " columns"));
        Panel two = new Panel(panel, desk.look(), Tone.PANEL);
        two.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        two.setLayout(grid(2, 0, 0, 16));
        Panel left = new Panel(two, desk.look(), Tone.PANEL);
        GridData leftData = new GridData(SWT.LEFT, SWT.FILL, false, true);
        leftData.widthHint = LEFT;
        left.setLayoutData(leftData);
        left.setLayout(grid(1, 0, 0, 10));
        new TextLine(left, desk.look(), TextStyle.BODY_STRONG, Tone.TEXT).text("What the columns mean");
        ScrollArea area = new ScrollArea(left, desk.look(), Tone.PANEL);
        GridData areaData = new GridData(SWT.FILL, SWT.FILL, true, true);
        areaData.heightHint = 100;
        area.setLayoutData(areaData);
        GridLayout meanings = grid(2, 0, 0, 8);
        meanings.marginRight = 14;
        area.content().setLayout(meanings);
        meanings(area.content());
        Panel rest = new Panel(left, desk.look(), Tone.PANEL);
        fill(rest);
        rest.setLayout(grid(2, 0, 0, 8));
        new TextLine(rest, desk.look(), TextStyle.BODY, Tone.DIM).text("Company where none is named");
        company = new Choice<>(rest, desk.look(), Tone.PANEL, "Company", List.<Company>of(), Company::name);
        company.onChange(chosen -> later());
        WidgetId.set(company, "waystation.import.company");
        update = new Toggle(left, desk.look(), "Change assets that are here already");
        update.onChange(on -> later());
        WidgetId.set(update, "waystation.import.update");
        Panel right = new Panel(two, desk.look(), Tone.PANEL);
        right.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        right.setLayout(grid(1, 0, 0, 10));
        Panel above = new Panel(right, desk.look(), Tone.PANEL);
        fill(above);
        above.setLayout(grid(2, 0, 0, 8));
        summary = new TextLine(above, desk.look(), TextStyle.BODY_STRONG, Tone.TEXT).text("Reading…");
        fill(summary);
        WidgetId.set(summary, "waystation.import.summary");
        onlyWrong = new Toggle(above, desk.look(), "Only what is wrong");
        onlyWrong.onChange(on -> showLines());
        WidgetId.set(onlyWrong, "waystation.import.onlyWrong");
        list = new LineList<>(right, desk.look(), "What would come of each line", false, ImportSheet::line);
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        WidgetId.set(list, "waystation.import.lines");
        trouble = new WrappedText(panel, desk.look(), TextStyle.BODY, Tone.BAD);
        fill(trouble);
        Foot foot = sheet.foot();
        foot.hint().text("Nothing is kept before you import; wrong lines are left out.");
        take = WidgetId.set(foot.action().text("Import").keys("Ctrl ⏎").onPress(this::keep), "waystation.import.take");
        take.setEnabled(false);
        sheet.shell()
                .addListener(SWT.Dispose, event -> sheet.shell().getDisplay().timerExec(-1, replan));
        desk.edits().follow(desk.assets().companies(), this::offer, refused -> {});
    }

    /** Reads a file and shows what it is; where it is no table, that is told. */
    public static void open(Shell owner, Desk desk, Path file) {
        CompletionStage<Table> reading = desk.services().csv().read(file);
        reading.whenComplete((table, failure) -> desk.ui().execute(() -> {
            if (owner.isDisposed()) {
                return;
            }
            if (failure == null) {
                new ImportSheet(owner, desk, String.valueOf(file.getFileName()), table).show();
            } else {
                tell(desk, "The file was not imported", failure);
            }
        }));
    }

    static void tell(Desk desk, String title, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        desk.notifications().show(new Notification(Notification.Level.ERROR, "Assets", "csv", title, why, List.of()));
    }

    private static GridLayout grid(int columns, int marginX, int marginY, int spacing) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = marginX;
        layout.marginHeight = marginY;
        layout.horizontalSpacing = spacing;
        layout.verticalSpacing = spacing;
        return layout;
    }

    private static void fill(org.eclipse.swt.widgets.Control control) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private void meanings(Composite parent) {
        for (int i = 0; i < table.headings().size(); i++) {
            int column = i;
            String heading = table.headings().get(i);
            String sample = table.lines().stream()
                    .filter(line -> column < line.cells().size())
                    .map(line -> line.cells().get(column))
                    .filter(cell -> !cell.isBlank())
                    .findFirst()
                    .orElse("");
            Panel words = new Panel(parent, desk.look(), Tone.PANEL);
            GridData room = new GridData(SWT.FILL, SWT.CENTER, true, false);
            room.widthHint = 120;
            words.setLayoutData(room);
            words.setLayout(grid(1, 0, 0, 0));
            fill(new TextLine(words, desk.look(), TextStyle.BODY, Tone.TEXT)
                    .text(heading.isBlank() ? "Column " + (i + 1) : heading));
            fill(new TextLine(words, desk.look(), TextStyle.SMALL, Tone.DIM).text(sample));
            Choice<String> choice =
                    new Choice<>(parent, desk.look(), Tone.PANEL, "Left out", options(heading), ImportSheet::label);
            choice.value(fields.getOrDefault(i, NOTHING));
            choice.onChange(field -> mean(column, field));
            GridData end = new GridData(SWT.LEFT, SWT.CENTER, false, false);
            end.minimumWidth = 150;
            end.widthHint = 196;
            choice.setLayoutData(end);
            WidgetId.set(choice, "waystation.import.column." + i);
            columns.add(choice);
        }
    }

    private static List<String> options(String heading) {
        List<String> options = new ArrayList<>();
        options.add(NOTHING);
        options.addAll(AssetFields.all().keySet());
        String property = heading.startsWith("properties.") ? heading : "properties." + heading.strip();
        options.add(property);
        return options;
    }

    private static String label(String field) {
        if (field.isEmpty()) {
            return "Left out";
        }
        return field.startsWith("properties.")
                ? "Property “" + field.substring(field.indexOf('.') + 1) + "”"
                : AssetFields.label(field);
    }

    /** A field is meant by one column: the one that was said last. */
    private void mean(int column, String field) {
        fields.remove(column);
        if (!field.isEmpty()) {
            fields.entrySet().removeIf(entry -> {
                boolean same = entry.getValue().equals(field);
                if (same) {
                    columns.get(entry.getKey()).value(NOTHING);
                }
                return same;
            });
            fields.put(column, field);
        }
        later();
    }

    private void offer(List<Company> companies) {
        if (!sheet.isDisposed()) {
            company.options(companies);
            later();
        }
    }

    private void later() {
        sheet.shell().getDisplay().timerExec(PAUSE, replan);
    }

    private void plan() {
        if (sheet.isDisposed()) {
            return;
        }
        int mine = ++asked;
        take.setEnabled(false);
        summary.text("Looking at " + number(table.lines().size()) + " lines…");
        Mapping mapping = new Mapping(fields, company.value().map(Company::id), update.on());
        desk.services()
                .csv()
                .plan(table, mapping)
                .whenComplete((found, failure) -> desk.ui().execute(() -> {
                    if (sheet.isDisposed() || mine != asked) {
                        return;
                    }
                    if (failure == null) {
                        plan = Optional.of(found);
                        showPlan(found);
                    } else {
                        trouble("This could not be looked at: " + failure.getMessage());
                    }
                }));
    }

    private void showPlan(Plan found) {
        long made = found.count(Outcome.MADE);
        long changed = found.count(Outcome.CHANGED);
        List<String> parts = new ArrayList<>();
        parts.add(number(made) + " new");
        if (changed > 0) {
            parts.add(number(changed) + " changed");
        }
        if (found.count(Outcome.SAME) > 0) {
            parts.add(number(found.count(Outcome.SAME)) + " as they are");
        }
        parts.add(number(found.count(Outcome.WRONG)) + " wrong");
        summary.text(String.join("  ·  ", parts));
        take.text(made + changed == 0 ? "Import" : "Import " + number(made + changed));
        take.setEnabled(made + changed > 0);
        showLines();
    }

    private void showLines() {
        plan.ifPresent(found -> list.show(
                found.lines().stream()
                        .filter(line -> !onlyWrong.on() || line.outcome() == Outcome.WRONG)
                        .toList(),
                onlyWrong.on() ? "Nothing is wrong." : "There are no lines."));
    }

    private static LineList.Line line(Planned line) {
        String number = String.valueOf(line.line());
        return switch (line.outcome()) {
            case MADE -> new LineList.Line(number, line.name(), "new", Tone.OK);
            case CHANGED ->
                new LineList.Line(
                        number,
                        line.name(),
                        "changes "
                                + line.fields().keySet().stream()
                                        .map(AssetFields::label)
                                        .collect(Collectors.joining(", "))
                                        .toLowerCase(Locale.ROOT),
                        Tone.ACCENT);
            case SAME -> new LineList.Line(number, line.name(), "as it is", Tone.DIM);
            case WRONG ->
                new LineList.Line(
                        number,
                        line.name(),
                        line.errors().stream().map(ImportSheet::words).collect(Collectors.joining("  ")),
                        Tone.BAD);
        };
    }

    private static String words(FieldError error) {
        return error.field().isEmpty() ? error.detail() : AssetFields.label(error.field()) + ": " + error.detail();
    }

    private void keep() {
        if (!take.isEnabled() || plan.isEmpty()) {
            return;
        }
        Consumer<Imported> done = kept -> {
            sheet.close();
            imported(kept);
        };
        desk.edits()
                .follow(
                        take,
                        desk.services().csv().keep(plan.get()),
                        done,
                        refusal -> trouble(refusal.problem().sentence()));
    }

    private void imported(Imported kept) {
        List<UUID> made = kept.made();
        desk.notifications()
                .show(new Notification(
                        Notification.Level.INFO,
                        "Assets",
                        "csv",
                        number(made.size()) + " assets imported"
                                + (kept.undo().isEmpty()
                                        ? ""
                                        : ", " + number(kept.undo().size()) + " changed"),
                        "They wait to be synced.",
                        List.of()));
    }

    private void trouble(String sentence) {
        if (!sheet.isDisposed()) {
            trouble.text(sentence);
            sheet.shell().layout(true, true);
        }
    }

    private void show() {
        sheet.open(WIDTH, HEIGHT);
        plan();
        if (!columns.isEmpty()) {
            columns.getFirst().setFocus();
        }
    }
}
