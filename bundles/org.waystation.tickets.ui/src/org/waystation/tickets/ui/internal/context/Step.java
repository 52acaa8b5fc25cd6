package org.waystation.tickets.ui.internal.context;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.ChecklistItem;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** One step of the checklist: pressing it says that it is done, Delete takes it out. */
final class Step extends PaintedControl {

    private static final int HEIGHT = 26;
    private static final int LEFT = 13;
    private static final int BOX = 14;

    private final ChecklistItem item;
    private final Consumer<Boolean> done;
    private boolean allowed = true;

    Step(Composite parent, Look look, ChecklistItem item, Consumer<Boolean> done, Runnable remove) {
        super(parent, look, true, ACC.ROLE_CHECKBUTTON);
        this.item = item;
        this.done = done;
        addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL && allowed) {
                event.doit = false;
                remove.run();
            }
        });
    }

    /** Whether it may be pressed and taken out. */
    Step allow(boolean changes) {
        allowed = changes;
        setEnabled(changes);
        return this;
    }

    @Override
    protected void pressed(int x) {
        if (allowed) {
            done.accept(!item.done());
        }
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        if (hovered() || ringed()) {
            Rectangle ground = new Rectangle(4, 0, area.width - 8, area.height);
            brush.fillRound(ground, 6, Tone.HOVER);
            if (ringed()) {
                brush.strokeRound(ground, 6, 2, Tone.ACCENT);
            }
        }
        Rectangle box = new Rectangle(LEFT, (area.height - BOX) / 2, BOX, BOX);
        if (item.done()) {
            brush.fillRound(box, 4, Tone.ACCENT_FILL);
            brush.icon("check", Tone.ON_ACCENT, box.x - 1, box.y - 1);
        } else {
            brush.strokeRound(box, 4, 1, Tone.FAINT);
        }
        int x = LEFT + BOX + 9;
        Rectangle text = new Rectangle(x, 0, area.width - x - 12, area.height);
        brush.text(item.text(), TextStyle.BODY, item.done() ? Tone.DIM : Tone.TEXT, text, Align.LEFT);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(200, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return item.text();
    }

    @Override
    protected int accessibleState() {
        return item.done() ? ACC.STATE_CHECKED : ACC.STATE_NORMAL;
    }
}
