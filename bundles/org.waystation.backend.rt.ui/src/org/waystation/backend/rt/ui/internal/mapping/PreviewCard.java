package org.waystation.backend.rt.ui.internal.mapping;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.backend.rt.RtPreview;
import org.waystation.backend.rt.RtPreview.Line;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** To which companies the tickets will belong, before anything is connected or fetched anew. */
final class PreviewCard extends Card {

    private static final int LINES = 12;

    private final Look look;
    private final Consumer<String> add;
    private final WrappedText about;
    private final Panel lines;
    private Optional<RtPreview> shown = Optional.empty();

    /** @param add takes the name of somebody who is of no company yet */
    PreviewCard(Composite parent, Look look, Consumer<String> add) {
        super(parent, look);
        this.look = look;
        this.add = add;
        WidgetId.set(this, "waystation.rt.preview");
        setLayout(Rows.grid(1, 16, 8));
        setLayoutData(Rows.across());
        mark(Tone.ACCENT);
        Rows.text(this, look, TextStyle.BODY_STRONG, Tone.TEXT, "What comes of it");
        lines = Rows.group(this, look, 2, 4);
        about = Rows.text(this, look, TextStyle.SMALL, Tone.DIM, "");
        none();
    }

    private void none() {
        Rows.shown(lines, false);
        about.text("Test the connection, and this shows to which companies the tickets will belong.");
    }

    void show(Optional<RtPreview> preview) {
        if (preview.equals(shown)) {
            return;
        }
        shown = preview;
        Rows.clear(lines);
        preview.ifPresentOrElse(this::fill, this::none);
        requestLayout();
    }

    private void fill(RtPreview preview) {
        preview.lines().stream().limit(LINES).forEach(this::line);
        Rows.shown(lines, !preview.lines().isEmpty());
        int more = preview.lines().size() - LINES;
        String rest = more > 0 ? more + " more such lines. " : "";
        about.text(rest + tried(preview));
    }

    private static String tried(RtPreview preview) {
        if (preview.looked() == 0) {
            return "There is no ticket yet to try it on.";
        }
        if (preview.all() > preview.looked()) {
            return String.format("Tried on the newest %,d of %,d tickets.", preview.looked(), preview.all());
        }
        return preview.all() == preview.looked()
                ? "Tried on all of its tickets."
                : String.format("Tried on its newest %,d tickets.", preview.looked());
    }

    private void line(Line line) {
        boolean lost = line.company().isEmpty();
        String tickets = line.tickets() == 1 ? "1 ticket" : String.format("%,d tickets", line.tickets());
        String end = lost
                ? "no company" + (line.strangers().isEmpty() ? "" : ": " + String.join(", ", line.strangers()))
                : line.company();
        WrappedText text = new WrappedText(lines, look, TextStyle.BODY, lost ? Tone.WARN : Tone.TEXT)
                .text(tickets + " of queue " + line.queue() + " will belong to " + end);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        if (line.strangers().isEmpty()) {
            Rows.blank(lines, look);
            return;
        }
        String first = line.strangers().getFirst();
        WidgetId.set(new FlatButton(lines, look, FlatButton.Kind.QUIET), "waystation.rt.preview.add")
                .text("Add " + first)
                .icon("plus")
                .onPress(() -> add.accept(first));
    }
}
