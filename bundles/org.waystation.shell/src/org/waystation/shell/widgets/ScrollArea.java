package org.waystation.shell.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Scrollable;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** Scrolls its content up and down; a control in it that takes the focus comes into view. */
public final class ScrollArea extends Panel {

    private static final int LINE = 36;

    private final Panel window;
    private final Panel content;
    private final SlimBar bar;
    private boolean stickToEnd;
    private boolean arranging;

    public ScrollArea(Composite parent, Look look, Tone ground) {
        super(parent, look, ground);
        window = new Panel(this, look, ground);
        window.setLayout(new Arrangement());
        content = new Panel(window, look, ground);
        bar = new SlimBar(this, look, true);
        bar.onMove(this::place);
        addListener(SWT.Resize, e -> arrange());
        followWheelAndFocus();
    }

    /** Takes the controls; give it a layout. */
    public Composite content() {
        return content;
    }

    /** Lays out again after the content has changed; at the end it stays at the end. */
    public void refresh() {
        boolean atEnd = bar.selection() + bar.thumb() >= bar.maximum();
        stickToEnd = atEnd && bar.maximum() > 1;
        arrange();
    }

    /** Shows the part of the content that begins at a fraction of it, 0 for its beginning and 1 for its end. */
    public void toFraction(double fraction) {
        int room = Math.max(0, bar.maximum() - bar.thumb());
        bar.values((int) Math.round(Math.clamp(fraction, 0, 1) * room), bar.thumb(), bar.maximum());
        place();
    }

    /** As {@link #refresh}, and what is on top stays there: for what is read from its beginning. */
    public void refreshInPlace() {
        stickToEnd = false;
        arrange();
    }

    public void toEnd() {
        stickToEnd = true;
        arrange();
    }

    private void arrange() {
        Rectangle area = getClientArea();
        if (area.width <= 0 || area.height <= 0 || arranging) {
            return;
        }
        arranging = true;
        try {
            arrange(area);
        } finally {
            arranging = false;
        }
    }

    private void arrange(Rectangle area) {
        window.setBounds(area);
        int height = content.computeSize(area.width, SWT.DEFAULT, true).y;
        content.setSize(area.width, Math.max(height, area.height));
        content.layout(true, true);
        bar.setBounds(area.width - SlimBar.SIZE, 0, SlimBar.SIZE, area.height);
        bar.moveAbove(window);
        bar.setVisible(height > area.height);
        int at = stickToEnd ? height : bar.selection();
        stickToEnd = false;
        bar.values(at, Math.min(area.height, height), height);
        place();
    }

    private void place() {
        content.setLocation(0, -bar.selection());
    }

    private void scrollBy(int pixels) {
        bar.values(bar.selection() + pixels, bar.thumb(), bar.maximum());
        place();
    }

    private void followWheelAndFocus() {
        Listener wheel = this::wheel;
        Listener focus = e -> {
            if (e.widget instanceof Control control && holds(control)) {
                reveal(control);
            }
        };
        getDisplay().addFilter(SWT.MouseVerticalWheel, wheel);
        getDisplay().addFilter(SWT.FocusIn, focus);
        addListener(SWT.Dispose, e -> {
            getDisplay().removeFilter(SWT.MouseVerticalWheel, wheel);
            getDisplay().removeFilter(SWT.FocusIn, focus);
        });
    }

    /** The wheel over any control in it scrolls it, save over one that scrolls itself. */
    private void wheel(Event e) {
        if (e.widget instanceof Control control && holds(control) && !scrollsItself(control)) {
            scrollBy(-Integer.signum(e.count) * LINE * Math.max(1, Math.abs(e.count) / 3));
            e.doit = false;
        }
    }

    private static boolean scrollsItself(Control control) {
        ScrollBar own = control instanceof Scrollable scrollable ? scrollable.getVerticalBar() : null;
        return own != null && own.isVisible() && own.getThumb() < own.getMaximum();
    }

    private boolean holds(Control control) {
        for (Control each = control; each != null; each = each.getParent()) {
            if (each == content) {
                return true;
            }
        }
        return false;
    }

    /** Brings a control into view. */
    public void reveal(Control control) {
        Point at = getDisplay().map(control, content, 0, 0);
        int bottom = at.y + Math.min(control.getSize().y, bar.thumb());
        if (at.y < bar.selection()) {
            scrollBy(at.y - bar.selection());
        } else if (bottom > bar.selection() + bar.thumb()) {
            scrollBy(bottom - bar.selection() - bar.thumb());
        }
    }

    /** Content that asks for another layout, because a part of it grew, gets the height that it then wants. */
    private final class Arrangement extends Layout {

        @Override
        protected Point computeSize(Composite composite, int wHint, int hHint, boolean flushCache) {
            return content.computeSize(wHint, hHint, flushCache);
        }

        @Override
        protected void layout(Composite composite, boolean flushCache) {
            arrange();
        }
    }
}
