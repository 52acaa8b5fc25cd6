package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** A surface with round corners and a hairline; its children keep clear of the corners. */
public class RoundPanel extends Composite implements Ground {

    private final Look look;
    private final Tone tone;
    private final int radius;
    private Tone edge = Tone.LINE;
    private int edgeWidth = 1;

    public RoundPanel(Composite parent, Look look, Tone tone, int radius) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        this.tone = tone;
        this.radius = radius;
        Runnable dress = () -> setBackground(look.color(tone));
        dress.run();
        look.onChange(this, dress);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, e -> redraw());
    }

    @Override
    public final Tone tone() {
        return tone;
    }

    /** Changes the line around it. */
    public final void edge(Tone newEdge, int newWidth) {
        if (newEdge != edge || newWidth != edgeWidth) {
            edge = newEdge;
            edgeWidth = newWidth;
            redraw();
        }
    }

    protected final Look look() {
        return look;
    }

    private void paint(Event e) {
        Brush brush = new Brush(e.gc, look);
        Rectangle area = getClientArea();
        brush.fill(area, Ground.under(this));
        brush.fillRound(area, radius, tone);
        paintSurface(brush, area, radius);
        brush.strokeRound(area, radius, edgeWidth, edge);
    }

    /** Paints on the surface, below the line around it. */
    protected void paintSurface(Brush brush, Rectangle area, int cornerRadius) {}
}
