package org.waystation.shell.internal.table;

import java.util.function.Function;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.StructuralRefreshCommand;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.table.RowState;
import org.waystation.shell.table.TableForm;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.SlimBar;

/**
 * One presentation of the rows: a NatTable with slim scroll bars, in which the keyboard and the pointer move the
 * cursor.
 *
 * @param <T> one row
 */
final class RowsView<T> extends Panel {

    /** NatTable asks for the system's scroll bars, and hides them, before it turns to others. */
    private static final int STYLE =
            SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL;

    private final Look look;
    private final RowCursor<T> cursor;
    private final TableForm<T> form;
    private final Presentation<T> presentation;
    private final LayerStack layers;
    private final NatTable table;
    private final SlimScroller vertical;
    private final SlimScroller horizontal;
    private final Groups<T> groups;
    private int hovered = -1;
    private int shownRows = -1;
    private boolean revealPending;
    private Runnable open = () -> {};

    RowsView(Composite parent, Look look, RowCursor<T> cursor, TableForm<T> form, Presentation<T> presentation) {
        super(parent, look, Tone.PANEL);
        this.look = look;
        this.cursor = cursor;
        this.form = form;
        this.presentation = presentation;
        layers = presentation.layers();
        table = new NatTable(this, STYLE, layers.top(), false);
        vertical = new SlimScroller(new SlimBar(this, look, true));
        horizontal = new SlimScroller(new SlimBar(this, look, false));
        layers.viewport().setVerticalScroller(vertical);
        layers.viewport().setHorizontalScroller(horizontal);
        groups = new Groups<>(cursor, layers, presentation.rowHeight());
        table.getConfigRegistry().registerConfigAttribute(CellConfigAttributes.RENDER_GRID_LINES, Boolean.FALSE);
        presentation.configure(table, this);
        table.addOverlayPainter((gc, layer) -> groups.paint(gc, look, table.getClientArea().width));
        table.configure();
        dress();
        look.onChange(this, this::dress);
        listen();
        addListener(SWT.Resize, e -> arrange());
        cursor.onMove(this::moved);
    }

    Look look() {
        return look;
    }

    RowCursor<T> cursor() {
        return cursor;
    }

    NatTable table() {
        return table;
    }

    void onOpen(Runnable newOpen) {
        open = newOpen;
    }

    void groupBy(@Nullable Function<T, String> group) {
        groups.by(group);
        refresh();
    }

    /** Shows what the list holds now. */
    void refresh() {
        groups.measure();
        if (cursor.rowCount() != shownRows) {
            shownRows = cursor.rowCount();
            table.doCommand(new StructuralRefreshCommand());
        }
        table.redraw();
    }

    /** Brings the selected row into view, as soon as there is one. */
    void reveal() {
        revealPending = table.getClientArea().height <= 0;
        if (cursor.index() >= 0 && !revealPending) {
            layers.viewport().moveRowPositionIntoViewport(cursor.index());
        }
        table.redraw();
    }

    RowState state(int index) {
        return new RowState(index == cursor.index(), table.isFocusControl(), index == hovered);
    }

    /** The part of a cell that is the row's: below the heading of a group that begins with it. */
    Rectangle rowPart(int index, Rectangle cell) {
        int heading = groups.headingHeight(index);
        return new Rectangle(cell.x, cell.y + heading, cell.width, cell.height - heading);
    }

    @Override
    public boolean setFocus() {
        return !table.isDisposed() && table.setFocus();
    }

    private void dress() {
        table.setBackground(look.color(Tone.PANEL));
        table.redraw();
    }

    private void arrange() {
        Rectangle area = getClientArea();
        if (area.width <= 0) {
            return;
        }
        boolean bar = vertical.getUnderlying().getVisible();
        int width = Math.max(0, area.width - (bar ? SlimBar.SIZE : 0));
        int top = layers.headerHeight();
        table.setBounds(area.x, area.y, width, area.height);
        presentation.resized(width);
        vertical.getUnderlying().setBounds(width, top, SlimBar.SIZE, Math.max(0, area.height - top));
        horizontal.getUnderlying().setBounds(0, area.height - SlimBar.SIZE, width, SlimBar.SIZE);
        horizontal.getUnderlying().moveAbove(table);
        if (revealPending) {
            reveal();
        }
    }

    /** A bar is there while there is something to scroll. */
    private void showBars() {
        boolean down = shows(vertical.getUnderlying());
        boolean across = shows(horizontal.getUnderlying());
        if (down || across) {
            getDisplay().asyncExec(() -> {
                if (!isDisposed()) {
                    arrange();
                }
            });
        }
    }

    /** Tells whether this changed. */
    private static boolean shows(SlimBar bar) {
        boolean needed = bar.thumb() < bar.maximum();
        boolean changes = needed != bar.getVisible();
        if (changes) {
            bar.setVisible(needed);
        }
        return changes;
    }

    private void listen() {
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.MouseDown, this::down);
        table.addListener(SWT.MouseDoubleClick, e -> {
            if (rowAt(e.y) >= 0) {
                open.run();
            }
        });
        table.addListener(SWT.MouseMove, e -> hover(rowAt(e.y)));
        table.addListener(SWT.MouseExit, e -> hover(-1));
        table.addListener(SWT.MouseVerticalWheel, e -> {
            vertical.scrollBy(-Integer.signum(e.count) * TableForm.LINES_HEIGHT * Math.max(1, Math.abs(e.count) / 3));
            hover(rowAt(e.y));
        });
        table.addListener(SWT.FocusIn, e -> table.redraw());
        table.addListener(SWT.FocusOut, e -> table.redraw());
        table.addListener(SWT.Paint, e -> {
            showBars();
            groups.measureLater(table);
        });
        table.addListener(
                SWT.Traverse,
                e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT
                        || e.detail == SWT.TRAVERSE_TAB_PREVIOUS
                        || e.detail == SWT.TRAVERSE_ESCAPE);
        describe();
    }

    private void key(Event e) {
        int page = Math.max(1, (table.getClientArea().height - layers.headerHeight()) / presentation.rowHeight() - 1);
        int last = cursor.rowCount() - 1;
        switch (e.keyCode) {
            case SWT.ARROW_DOWN -> go(Math.min(last, cursor.index() + 1));
            case SWT.ARROW_UP -> go(Math.max(0, cursor.index() - 1));
            case SWT.PAGE_DOWN -> go(Math.min(last, cursor.index() + page));
            case SWT.PAGE_UP -> go(Math.max(0, cursor.index() - page));
            case SWT.HOME -> go(0);
            case SWT.END -> go(last);
            case SWT.CR, SWT.KEYPAD_CR -> {
                if (e.stateMask == 0) {
                    open.run();
                }
            }
            default -> {
                return;
            }
        }
        e.doit = false;
    }

    private void go(int index) {
        if (cursor.size() > 0) {
            cursor.select(index);
            reveal();
            table.getAccessible().setFocus(index);
        }
    }

    private void down(Event e) {
        table.forceFocus();
        int index = rowAt(e.y);
        if (index >= 0) {
            cursor.select(index);
            table.redraw();
        }
    }

    private void hover(int index) {
        if (index != hovered) {
            hovered = index;
            table.redraw();
        }
    }

    /** The row at a height of the table; -1 for none. */
    private int rowAt(int y) {
        if (y < layers.headerHeight()) {
            return -1;
        }
        int position = layers.viewport().getRowPositionByY(y - layers.headerHeight());
        int index = position < 0 ? -1 : layers.viewport().getRowIndexByPosition(position);
        return index < cursor.size() ? index : -1;
    }

    /** Keeps the selected row where it is on screen, save at the top, where what is new shall be seen. */
    private void moved(int from, int to) {
        int origin = layers.viewport().getOrigin().getY();
        if (from >= 0 && from != to && origin > 0) {
            layers.viewport().setOriginY(Math.max(0, origin + (to - from) * presentation.rowHeight()));
        } else if (from < 0) {
            reveal();
        }
        table.redraw();
    }

    private void describe() {
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                T row = e.childID >= 0 ? cursor.row(e.childID) : null;
                e.result = row == null ? form.name() : form.words().apply(row);
            }
        });
        table.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = e.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
            }

            @Override
            public void getChildCount(AccessibleControlEvent e) {
                e.detail = Math.max(0, cursor.size());
            }

            @Override
            public void getFocus(AccessibleControlEvent e) {
                e.childID = cursor.index() >= 0 ? cursor.index() : ACC.CHILDID_SELF;
            }

            @Override
            public void getState(AccessibleControlEvent e) {
                boolean selected = e.childID >= 0 && e.childID == cursor.index();
                e.detail = ACC.STATE_FOCUSABLE | (selected ? ACC.STATE_SELECTED : ACC.STATE_SELECTABLE);
            }
        });
    }
}
