package org.waystation.insight.ui.internal.page;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** The heading of a plot, with what its colours mean on the right. */
final class Legend extends PaintedControl {

    private static final int HEIGHT = 28;
    private static final int MARK = 10;
    private static final int GAP = 6;

    private final String heading;
    private final List<Entry> entries;

    /** A colour and its word. */
    record Entry(Tone tone, String word) {}

    Legend(Composite parent, Look look, String heading, List<Entry> entries) {
        super(parent, look, false, ACC.ROLE_LABEL);
        this.heading = heading;
        this.entries = entries;
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.text(heading, TextStyle.BODY_STRONG, Tone.TEXT, new Rectangle(0, 0, area.width, HEIGHT), Align.LEFT);
        int x = area.width;
        for (Entry entry : entries.reversed()) {
            int wide = brush.width(entry.word(), TextStyle.SMALL);
            x -= wide;
            brush.text(entry.word(), TextStyle.SMALL, Tone.DIM, new Rectangle(x, 0, wide, HEIGHT), Align.LEFT);
            x -= MARK + GAP;
            brush.fillRound(new Rectangle(x, (HEIGHT - MARK) / 2, MARK, MARK), 3, entry.tone());
            x -= 2 * GAP;
        }
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(brush.width(heading, TextStyle.BODY_STRONG) + 120, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return heading + ": " + entries.stream().map(Entry::word).collect(Collectors.joining(", "));
    }
}
