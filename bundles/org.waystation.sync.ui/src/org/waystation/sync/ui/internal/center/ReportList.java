package org.waystation.sync.ui.internal.center;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.sync.SyncReport;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.sync.ui.internal.Rows;

/** What the last syncs did, last first: when, why, and what came of it. */
final class ReportList extends Panel {

    private final Look look;
    private final RelativeTime times;

    ReportList(Composite parent, Look look, RelativeTime times, List<SyncReport> reports) {
        super(parent, look, Tone.PANEL);
        this.look = look;
        this.times = times;
        WidgetId.set(this, "waystation.sync.reports");
        GridLayout layout = Rows.column(0, 10);
        layout.marginWidth = Rows.INSET;
        setLayout(layout);
        setLayoutData(Rows.across());
        reports.forEach(this::line);
    }

    private void line(SyncReport report) {
        Panel line = new Panel(this, look, Tone.PANEL);
        line.setLayout(Rows.column(0, 1));
        line.setLayoutData(Rows.across());
        Panel head = new Panel(line, look, Tone.PANEL);
        GridLayout columns = new GridLayout(2, false);
        columns.marginWidth = 0;
        columns.marginHeight = 0;
        head.setLayout(columns);
        head.setLayoutData(Rows.across());
        new TextLine(head, look, TextStyle.BODY, Tone.TEXT)
                .text(ReportWords.title(report))
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        TextLine when = new TextLine(head, look, TextStyle.SMALL, Tone.DIM)
                .text(times.ago(report.began()))
                .align(Align.RIGHT);
        when.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        when.setToolTipText(times.exact(report.began()) + ", took " + took(report.took()));
        Rows.text(line, look, TextStyle.SMALL, Tone.DIM, ReportWords.of(report));
        report.fault().ifPresent(fault -> Rows.text(line, look, TextStyle.SMALL, Tone.BAD, fault));
    }

    private static String took(Duration time) {
        return time.toMinutes() >= 2
                ? RelativeTime.span(time)
                : String.format(Locale.ENGLISH, "%.1f s", time.toMillis() / 1000.0);
    }
}
