package org.waystation.shell.internal.frame;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolderRenderer;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** Paints the row of editor tabs: flat, 36 px with its line, two pixels of accent under the active one. */
final class EditorTabs extends CTabFolderRenderer {

    private static final int HEIGHT = 36;
    private static final int PADDING = 14;
    private static final int GAP = 8;
    private static final int CLOSE = 16;
    private static final int LONGEST = 240;
    private static final int SHORTEST = 72;
    private static final int UNDERLINE = 2;

    private final Look look;

    EditorTabs(CTabFolder folder, Look look) {
        super(folder);
        this.look = look;
    }

    /** Makes the folder look like this, now and after each change of the theme. */
    static void install(CTabFolder folder, Look look) {
        folder.setRenderer(new EditorTabs(folder, look));
        folder.setTabHeight(HEIGHT - 1);
        folder.setUnselectedCloseVisible(true);
        folder.setMinimumCharacters(12);
        Runnable dress = () -> {
            folder.setFont(look.font(TextStyle.BODY));
            folder.setBackground(look.color(Tone.EDITOR));
            folder.setForeground(look.color(Tone.DIM));
            folder.setSelectionForeground(look.color(Tone.TEXT));
            folder.setSelectionBackground(look.color(Tone.EDITOR));
            folder.redraw();
        };
        look.onChange(folder, dress);
        dress.run();
    }

    @Override
    protected Rectangle computeTrim(int part, int state, int x, int y, int width, int height) {
        if (part == PART_BODY) {
            return new Rectangle(x, y - HEIGHT, width, height + HEIGHT);
        }
        if (part == PART_HEADER) {
            return new Rectangle(x, y, width, height);
        }
        if (part >= 0) {
            return new Rectangle(x - PADDING, y, width + 2 * PADDING, height);
        }
        return super.computeTrim(part, state, x, y, width, height);
    }

    @Override
    protected Point computeSize(int part, int state, GC gc, int wHint, int hHint) {
        if (part == PART_HEADER) {
            return new Point(0, HEIGHT);
        }
        if (part == PART_CLOSE_BUTTON) {
            return new Point(CLOSE, CLOSE);
        }
        if (part >= 0 && part < parent.getItemCount()) {
            CTabItem item = parent.getItem(part);
            gc.setFont(look.font(TextStyle.BODY));
            int most = (state & MINIMUM_SIZE) != 0 ? SHORTEST : LONGEST;
            int text = Math.min(most, gc.textExtent(item.getText(), SWT.DRAW_TRANSPARENT).x);
            return new Point(PADDING + text + GAP + CLOSE + PADDING, HEIGHT - 1);
        }
        return super.computeSize(part, state, gc, wHint, hHint);
    }

    @Override
    protected void draw(int part, int state, Rectangle bounds, GC gc) {
        switch (part) {
            case PART_CHEVRON_BUTTON -> chevron(gc, bounds);
            case PART_BACKGROUND, PART_BORDER -> {}
            case PART_HEADER -> header(gc, bounds);
            case PART_BODY -> {
                gc.setBackground(look.color(Tone.EDITOR));
                gc.fillRectangle(0, HEIGHT, parent.getSize().x, parent.getSize().y - HEIGHT);
            }
            default -> {
                if (part >= 0 && part < parent.getItemCount()) {
                    tab(part, state, bounds, gc);
                } else {
                    super.draw(part, state, bounds, gc);
                }
            }
        }
    }

    private void header(GC gc, Rectangle bounds) {
        gc.setBackground(look.color(Tone.STRIP));
        gc.fillRectangle(0, 0, parent.getSize().x, HEIGHT - 1);
        gc.setBackground(look.color(Tone.LINE));
        gc.fillRectangle(0, HEIGHT - 1, parent.getSize().x, 1);
    }

    /** Leads to the tabs that have no room: three dots. */
    private void chevron(GC gc, Rectangle bounds) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(look.color(Tone.DIM));
        int y = bounds.y + bounds.height / 2 - 1;
        int x = bounds.x + bounds.width / 2 - 7;
        for (int i = 0; i < 3; i++) {
            gc.fillOval(x + i * 6, y, 3, 3);
        }
    }

    private void tab(int index, int state, Rectangle bounds, GC gc) {
        CTabItem item = parent.getItem(index);
        boolean selected = (state & SWT.SELECTED) != 0;
        boolean hot = (state & SWT.HOT) != 0;
        gc.setBackground(look.color(selected ? Tone.EDITOR : hot ? Tone.HOVER : Tone.STRIP));
        gc.fillRectangle(bounds.x, 0, bounds.width, HEIGHT - 1);
        if (selected) {
            gc.setBackground(look.color(Tone.ACCENT));
            gc.fillRectangle(bounds.x, HEIGHT - UNDERLINE, bounds.width, UNDERLINE);
        }
        gc.setFont(look.font(TextStyle.BODY));
        gc.setForeground(look.color(selected ? Tone.TEXT : Tone.DIM));
        int room = bounds.width - 2 * PADDING - GAP - CLOSE;
        String text = shortened(gc, item.getText(), room);
        Point extent = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
        gc.drawText(text, bounds.x + PADDING, (HEIGHT - 1 - extent.y) / 2, SWT.DRAW_TRANSPARENT);
        if (selected || hot) {
            close(gc, bounds.x + bounds.width - PADDING - CLOSE, (HEIGHT - 1 - CLOSE) / 2);
        }
        if (parent.isFocusControl() && selected) {
            gc.setForeground(look.color(Tone.ACCENT));
            gc.drawRoundRectangle(bounds.x + 6, 5, bounds.width - 13, HEIGHT - 12, 6, 6);
        }
    }

    /** Where the folder expects it: one trim away from the tab's right edge. */
    private void close(GC gc, int x, int y) {
        boolean hot = new Rectangle(x, y, CLOSE, CLOSE)
                .contains(parent.toControl(parent.getDisplay().getCursorLocation()));
        gc.setAntialias(SWT.ON);
        if (hot) {
            gc.setBackground(look.color(Tone.LINE));
            gc.fillRoundRectangle(x, y, CLOSE, CLOSE, 8, 8);
        }
        gc.setForeground(look.color(hot ? Tone.TEXT : Tone.DIM));
        gc.setLineCap(SWT.CAP_ROUND);
        int inset = 5;
        int far = CLOSE - inset;
        gc.drawLine(x + inset, y + inset, x + far, y + far);
        gc.drawLine(x + far, y + inset, x + inset, y + far);
    }

    private static String shortened(GC gc, String text, int room) {
        if (gc.textExtent(text, SWT.DRAW_TRANSPARENT).x <= room) {
            return text;
        }
        int length = text.length();
        while (length > 1 && gc.textExtent(text.substring(0, length) + "…", SWT.DRAW_TRANSPARENT).x > room) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + "…";
    }
}
