package org.waystation.shell.internal.settings;

import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
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

/** The pages by their titles, one of them selected, by click or with the arrow keys. */
final class PageList extends PaintedControl {

    private static final int ROW = 28;

    private final List<String> titles;
    private final IntConsumer turned;
    private int selected;

    PageList(Composite parent, Look look, List<String> titles, IntConsumer turned) {
        super(parent, look, true, ACC.ROLE_LIST);
        this.titles = List.copyOf(titles);
        this.turned = turned;
        setData("org.waystation.id", "waystation.settings.pages");
        addListener(SWT.MouseDown, event -> select(event.y / ROW));
        addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                select(selected + 1);
            } else if (event.keyCode == SWT.ARROW_UP) {
                select(selected - 1);
            }
        });
    }

    int selected() {
        return selected;
    }

    /** No page is selected while all of them are searched. */
    void select(int index) {
        if (index >= -1 && index < titles.size() && index != selected) {
            selected = index;
            redraw();
            if (index >= 0) {
                turned.accept(index);
            }
        }
    }

    @Override
    protected String accessibleName() {
        return selected < 0 ? "Pages" : titles.get(selected);
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(180, Math.max(1, titles.size()) * ROW);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        for (int i = 0; i < titles.size(); i++) {
            Rectangle line = new Rectangle(0, i * ROW, area.width, ROW);
            if (i == selected) {
                brush.fillRound(line, 6, isFocusControl() ? Tone.SELECTION : Tone.SELECTION_UNFOCUSED);
            }
            Rectangle text = new Rectangle(10, line.y, line.width - 20, ROW);
            brush.text(titles.get(i), TextStyle.BODY, Tone.TEXT, text, Align.LEFT);
        }
    }
}
