package org.waystation.insight.ui.internal.page;

import java.util.List;
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
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WrappedText;

/** A titled card with a table of figures, and a sentence that says what they are. */
final class FigureCard {

    private final Look look;
    private final FigureColumns columns;
    private final Card card;
    private final WrappedText sentence;
    private final Panel above;
    private final Panel rows;

    FigureCard(Composite parent, Look look, String title, List<FigureColumn> columns) {
        this.look = look;
        this.columns = new FigureColumns(columns);
        card = new Card(parent, look);
        card.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        card.setLayout(layout(2, 8));
        Panel head = new Panel(card, look, Tone.PANEL);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        head.setLayout(layout(10, 2));
        new TextLine(head, look, TextStyle.BODY_STRONG, Tone.TEXT)
                .text(title)
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        sentence = new WrappedText(head, look, TextStyle.SMALL, Tone.DIM);
        GridData wrapped = new GridData(SWT.FILL, SWT.TOP, true, false);
        wrapped.widthHint = 200;
        sentence.setLayoutData(wrapped);
        above = new Panel(card, look, Tone.PANEL);
        above.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        above.setLayout(layout(10, 0));
        rows = new Panel(card, look, Tone.PANEL);
        rows.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        rows.setLayout(layout(0, 0));
    }

    static GridLayout layout(int wide, int high) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = wide;
        layout.marginHeight = high;
        layout.verticalSpacing = 0;
        return layout;
    }

    /** Where what belongs to the table can be set, above it. */
    Panel above() {
        return above;
    }

    FigureCard say(String words) {
        sentence.text(words);
        return this;
    }

    void visible(boolean visible) {
        card.setVisible(visible);
        ((GridData) card.getLayoutData()).exclude = !visible;
    }

    /** Takes the rows away; add them again, and they stand under the head. */
    FigureCard clear() {
        for (Control child : rows.getChildren()) {
            child.dispose();
        }
        columns.clear();
        add(columns.titles(), true, Tone.DIM, null);
        return this;
    }

    FigureRow row(List<String> cells, Tone lastTone, @Nullable Runnable press) {
        return add(cells, false, lastTone, press);
    }

    private FigureRow add(List<String> cells, boolean head, Tone lastTone, @Nullable Runnable press) {
        FigureRow row = new FigureRow(rows, look, columns, cells, head, lastTone, press);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return row;
    }
}
