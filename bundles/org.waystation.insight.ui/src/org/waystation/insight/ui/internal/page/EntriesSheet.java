package org.waystation.insight.ui.internal.page;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.domain.Origin;
import org.waystation.api.insight.EntryFilter;
import org.waystation.api.insight.InsightQuery;
import org.waystation.api.insight.WorkEntry;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.insight.ui.internal.Desk;
import org.waystation.insight.ui.internal.Figures;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** The time entries behind a sum, over the window; one of them leads to its ticket. */
final class EntriesSheet {

    /** Beyond so many nobody reads on; the sum is told whole all the same. */
    private static final int SHOWN = 200;

    private static final int WIDTH = 860;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private static final List<FigureColumn> COLUMNS = List.of(
            FigureColumn.text("Started", 18),
            FigureColumn.text("Ticket", 44),
            FigureColumn.text("Company", 22),
            FigureColumn.text("Who", 18),
            FigureColumn.text("Origin", 12),
            FigureColumn.figure("Hours"));

    private final Desk desk;
    private final FigureColumns columns = new FigureColumns(COLUMNS);
    private final Shell shell;
    private final TextLine sum;
    private final ScrollArea area;

    EntriesSheet(Shell owner, Desk desk, String title) {
        this.desk = desk;
        shell = new Shell(owner, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText(title);
        shell.setBackground(desk.look().color(Tone.LINE));
        FillLayout frame = new FillLayout();
        frame.marginWidth = 1;
        frame.marginHeight = 1;
        shell.setLayout(frame);
        Panel panel = new Panel(shell, desk.look(), Tone.PANEL);
        GridLayout column = new GridLayout(2, false);
        column.marginWidth = 12;
        column.marginHeight = 12;
        panel.setLayout(column);
        TextLine heading = new TextLine(panel, desk.look(), TextStyle.TITLE, Tone.TEXT).text(title);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.horizontalIndent = 8;
        heading.setLayoutData(wide);
        WidgetId.set(
                new FlatButton(panel, desk.look(), FlatButton.Kind.PLAIN)
                        .text("Close")
                        .keys("Esc")
                        .onPress(shell::close),
                "waystation.insight.entries.close");
        sum = WidgetId.set(
                new TextLine(panel, desk.look(), TextStyle.SMALL, Tone.DIM).text("Looking them up …"),
                "waystation.insight.entries.sum");
        GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        below.horizontalIndent = 8;
        sum.setLayoutData(below);
        area = new ScrollArea(panel, desk.look(), Tone.PANEL);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        area.content().setLayout(FigureCard.layout(0, 4));
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
    }

    void open(InsightQuery query, EntryFilter filter) {
        Rectangle around = shell.getParent().getBounds();
        int width = Math.min(WIDTH, around.width - 40);
        int height = around.height * 7 / 10;
        shell.setBounds(around.x + (around.width - width) / 2, around.y + around.height / 8, width, height);
        shell.open();
        desk.edits().follow(desk.insight().entries(query, filter, Integer.MAX_VALUE), this::show, refused -> {});
    }

    private void show(List<WorkEntry> entries) {
        if (shell.isDisposed()) {
            return;
        }
        long minutes = entries.stream().mapToLong(WorkEntry::minutes).sum();
        sum.text(Figures.count(entries.size()) + (entries.size() == 1 ? " time entry, " : " time entries, ")
                + Figures.hours(minutes) + " hours"
                + (entries.size() > SHOWN ? "; the latest " + SHOWN + " are listed" : ""));
        row(columns.titles(), true, () -> {});
        for (WorkEntry entry : entries.subList(0, Math.min(SHOWN, entries.size()))) {
            row(
                    List.of(
                            DAY.format(entry.startedAt().atZone(ZoneId.systemDefault())),
                            entry.number().map(number -> number + "  ").orElse("")
                                    + (entry.subject().isEmpty() ? "not held here" : entry.subject()),
                            entry.companyName(),
                            entry.workerName(),
                            origin(entry.origin()),
                            Figures.hours(entry.minutes())),
                    false,
                    () -> entry.ticket().ifPresent(ticket -> {
                        shell.close();
                        desk.navigator().open(new RecordRef(EntityKind.TICKET, ticket));
                    }));
        }
        area.refreshInPlace();
    }

    private static String origin(Origin origin) {
        return origin.code().isEmpty() ? "unknown" : origin.code();
    }

    private void row(List<String> cells, boolean head, Runnable press) {
        new FigureRow(area.content(), desk.look(), columns, cells, head, Tone.TEXT, head ? null : press)
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }
}
