package org.waystation.companies.ui.internal.page;

import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;

/** A titled card with a line for each of some records, and a sentence where there are none. */
final class Section {

    private final Card card;
    private final Look look;
    private final String title;
    private final Panel head;
    private final TextLine heading;
    private final TextLine count;
    private final Panel rows;
    private List<?> shown = List.of();
    private boolean filled;
    private @Nullable FlatButton button;

    Section(Composite parent, Look look, String title) {
        this.look = look;
        this.title = title;
        card = new Card(parent, look);
        card.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        card.setLayout(layout(1, 2, 6, 0));
        head = new Panel(card, look, Tone.PANEL);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        head.setLayout(layout(3, 10, 2, 8));
        heading = new TextLine(head, look, TextStyle.BODY_STRONG, Tone.TEXT).text(title);
        GridData high = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        high.heightHint = 28; // as high as a button, so that cards with and without one look the same
        heading.setLayoutData(high);
        count = new TextLine(head, look, TextStyle.SMALL, Tone.DIM);
        count.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        rows = new Panel(card, look, Tone.PANEL);
        rows.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        rows.setLayout(layout(1, 0, 0, 0));
    }

    private static GridLayout layout(int columns, int wide, int high, int spacing) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = wide;
        layout.marginHeight = high;
        layout.horizontalSpacing = spacing;
        layout.verticalSpacing = 0;
        return layout;
    }

    Section action(String icon, String name, Runnable press) {
        button = WidgetId.set(
                new FlatButton(head, look, FlatButton.Kind.QUIET)
                        .icon(icon)
                        .name(name)
                        .onPress(press),
                "waystation.company." + name.replace(' ', '.'));
        return this;
    }

    /** Whether there is any use in its action. */
    void offer(boolean useful) {
        if (button != null) {
            button.setVisible(useful);
        }
    }

    void count(int number) {
        count.text(number == 0 ? "" : String.valueOf(number));
    }

    /** Makes the lines anew, unless they would be the same, so that the focus stays where it is. */
    <T> void fill(List<T> records, BiConsumer<Composite, T> line, String none) {
        if (filled && records.equals(shown)) {
            return;
        }
        shown = records;
        filled = true;
        for (Control child : rows.getChildren()) {
            child.dispose();
        }
        if (records.isEmpty()) {
            TextLine words = new TextLine(rows, look, TextStyle.BODY, Tone.DIM).text(none);
            GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
            data.horizontalIndent = 12;
            data.heightHint = 26;
            words.setLayoutData(data);
        }
        records.forEach(record -> line.accept(rows, record));
    }

    @Override
    public String toString() {
        return title;
    }
}
