package org.waystation.sync.ui.internal.center;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.DataHeld;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.sync.ui.internal.Rows;

/** How many records of each kind are here, and how much room they take. */
final class HeldTable extends Panel {

    private static final double MEGABYTE = 1024 * 1024.0;

    HeldTable(Composite parent, Look look, DataHeld held) {
        super(parent, look, Tone.PANEL);
        WidgetId.set(this, "waystation.sync.held");
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = Rows.INSET;
        layout.marginHeight = 0;
        layout.verticalSpacing = 4;
        setLayout(layout);
        setLayoutData(Rows.across());
        held.records().entrySet().stream()
                .sorted(Map.Entry.<EntityKind, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> line(look, plural(entry.getKey()), count(entry.getValue()), Tone.DIM));
        line(
                look,
                count(held.total()) + " records, encrypted",
                String.format(Locale.ENGLISH, "%,.1f MB", held.bytes() / MEGABYTE),
                Tone.TEXT);
    }

    private void line(Look look, String what, String value, Tone tone) {
        new TextLine(this, look, TextStyle.BODY, tone)
                .text(what)
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        new TextLine(this, look, TextStyle.BODY, tone)
                .text(value)
                .align(Align.RIGHT)
                .setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    }

    private static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** Such as "Time entries" for {@code timeEntry}; kinds that a newer server brings read well enough. */
    private static String plural(EntityKind kind) {
        String words = kind.code().replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        String many = words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
        return Character.toUpperCase(many.charAt(0)) + many.substring(1);
    }
}
