package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.HyperlinkStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.waystation.api.session.TerminalSize;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.PopupMenu;
import org.waystation.shell.widgets.SlimBar;
import org.waystation.shell.widgets.WidgetId;

/** A terminal on the screen: paints the emulation, and sends keys and mouse to it. */
public final class TerminalView extends Composite {

    static final int SIZE_LEAST = 6;
    static final int SIZE_MOST = 32;

    private static final int SIZE_USUAL = 10;
    private static final int PADDING = 8;
    private static final int FRAME_MILLIS = 25;
    private static final int LOOK_MILLIS = 5;
    private static final int RETRY_MILLIS = 10;
    private static final int WHEEL_LINES = 3;

    private final Look look;
    private final Executor background;
    private final Palette palette;
    private final Canvas canvas;
    private final SlimBar bar;
    private final Emulation emulation;
    private final Keys keys;
    private final Pointing pointing;
    private final AtomicBoolean updating = new AtomicBoolean();
    private boolean unseen;
    private CellFont font;
    private int points = SIZE_USUAL;
    private List<Row> shown = new ArrayList<>();
    private int scroll;
    private int history;
    private long scrolledBefore;
    private int cursorColumn;
    private int cursorRow;
    private long painted;
    private Optional<Marked> marked = Optional.empty();
    private Optional<Marked> found = Optional.empty();
    private TerminalSize size = TerminalSize.USUAL;
    private Predicate<Event> keepsKey = event -> false;
    private Consumer<TerminalSize> resized = newSize -> {};
    private Consumer<Pasting> askToPaste = pasting -> {};
    private Consumer<String> openLink = target -> {};
    private Runnable find = () -> {};
    private Runnable onPaint = () -> {};

    /**
     * @param background does what may take a while
     * @param answers takes what goes to the remote machine
     */
    public TerminalView(Composite parent, Look look, Executor background, Consumer<byte[]> answers) {
        super(parent, SWT.NONE);
        this.look = look;
        this.background = background;
        this.palette = new Palette(look);
        this.emulation = new Emulation(size, answers);
        this.keys = new Keys(emulation.terminal());
        canvas = new Canvas(this, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        WidgetId.set(this, "waystation.terminal");
        bar = new SlimBar(this, look, true);
        bar.onMove(() -> scrollTo(history - bar.selection()));
        font = measured();
        pointing = new Pointing(this, emulation);
        listen();
        tellColors();
    }

    private void listen() {
        canvas.addListener(SWT.Paint, e -> paint(e.gc, new Rectangle(e.x, e.y, e.width, e.height)));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, e -> e.doit = false);
        canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        pointing.listen(canvas);
        addListener(SWT.Resize, e -> arrange());
        addListener(SWT.Dispose, e -> font.dispose());
        look.onChange(this, this::themeChanged);
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = "Terminal";
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_TEXT;
            }

            @Override
            public void getValue(AccessibleControlEvent e) {
                e.result = getText();
            }
        });
    }

    private CellFont measured() {
        GC gc = new GC(this);
        try {
            return new CellFont(gc, look.font(TextStyle.CODE), points);
        } finally {
            gc.dispose();
        }
    }

    private void themeChanged() {
        tellColors();
        canvas.redraw();
    }

    private void tellColors() {
        emulation.display().colors(jedi(look.color(Tone.TEXT)), jedi(look.color(Tone.EDITOR)));
    }

    private static com.techsenger.jeditermfx.core.Color jedi(org.eclipse.swt.graphics.Color color) {
        return new com.techsenger.jeditermfx.core.Color(color.getRed(), color.getGreen(), color.getBlue());
    }

    /** Which keys belong to the program, not to the remote machine; called for each key first. */
    public void keepKeys(Predicate<Event> newKeeps) {
        keepsKey = newKeeps;
    }

    public void onResize(Consumer<TerminalSize> listener) {
        resized = listener;
    }

    /** Called with what is to be pasted where that should be asked about first. */
    void onRiskyPaste(Consumer<Pasting> listener) {
        askToPaste = listener;
    }

    public void onLink(Consumer<String> opener) {
        openLink = opener;
    }

    public void onFind(Runnable listener) {
        find = listener;
    }

    /** For measuring: called after each painting. */
    void onPaint(Runnable listener) {
        onPaint = listener;
    }

    /** Takes output; called on any one thread, which waits for the emulation. */
    public void feed(byte[] bytes, int length) {
        emulation.feed(bytes, length);
        changed();
    }

    Emulation emulation() {
        return emulation;
    }

    Canvas canvas() {
        return canvas;
    }

    public TerminalSize size() {
        return size;
    }

    public String title() {
        return emulation.display().getWindowTitle();
    }

    @Override
    public boolean setFocus() {
        // While its page is disposed, SWT looks for another place for the focus, from the inside out.
        return !canvas.isDisposed() && canvas.setFocus();
    }

    /** What is on the screen, for those who cannot see it and for tests. */
    public String getText() {
        StringBuilder text = new StringBuilder();
        shown.forEach(
                row -> text.append(row.text(0, row.columns()).stripTrailing()).append('\n'));
        return text.toString();
    }

    /** Something changed: it is painted soon, and seldom enough to leave time for all else. */
    private void changed() {
        if (updating.compareAndSet(false, true) && !isGone()) {
            getDisplay().asyncExec(this::updateSoon);
        }
    }

    private boolean isGone() {
        return isDisposed();
    }

    private void updateSoon() {
        if (isDisposed()) {
            return;
        }
        long since = (System.nanoTime() - painted) / 1_000_000;
        if (since >= FRAME_MILLIS) {
            refresh();
        } else {
            getDisplay().timerExec((int) (FRAME_MILLIS - since), this::refresh);
        }
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        if (!canvas.isVisible()) {
            unseen = true; // another tab is in front: the next painting looks again
            return;
        }
        updating.set(false);
        if (!emulation.look(this::takeIn, LOOK_MILLIS) && updating.compareAndSet(false, true)) {
            getDisplay().timerExec(RETRY_MILLIS, this::refresh);
        }
    }

    /** Copies what is visible and has the lines painted that differ. */
    private void takeIn() {
        int rows = emulation.rows();
        int columns = emulation.columns();
        long scrolled = emulation.display().scrolled();
        int nowHistory = emulation.historyLines();
        if (scroll > 0) {
            scroll = (int) Math.min(nowHistory, scroll + Math.max(0, scrolled - scrolledBefore));
        }
        scrolledBefore = scrolled;
        history = nowHistory;
        scroll = Math.min(scroll, history);
        List<Row> now = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            now.add(emulation.row(i - scroll));
        }
        int newColumn = Math.clamp(emulation.cursorColumn(), 0, columns - 1);
        int newRow = emulation.cursorRow() + scroll;
        for (int i = 0; i < Math.max(rows, shown.size()); i++) {
            boolean same = i < rows && i < shown.size() && now.get(i).equals(shown.get(i));
            if (!same || i == cursorRow || i == newRow) {
                redrawRow(i);
            }
        }
        shown = now;
        cursorColumn = newColumn;
        cursorRow = newRow;
        bar.values(history - scroll, rows, history + rows);
    }

    private void redrawRow(int row) {
        canvas.redraw(0, PADDING + row * font.height(), canvas.getClientArea().width, font.height(), false);
    }

    private void paint(GC gc, Rectangle area) {
        if (unseen) {
            unseen = false;
            getDisplay().asyncExec(this::refresh);
        }
        gc.setBackground(palette.tone(Tone.EDITOR));
        gc.fillRectangle(area);
        RowPainter painter = new RowPainter(gc, font, palette);
        int first = Math.max(0, (area.y - PADDING) / font.height());
        for (int i = first; i < shown.size(); i++) {
            int y = PADDING + i * font.height();
            if (y > area.y + area.height) {
                break;
            }
            Row row = shown.get(i);
            painter.paint(row, PADDING, y);
            long line = lineAt(i);
            mark(painter, marked, line, row, y, Tone.ACCENT);
            mark(painter, found, line, row, y, Tone.WARN_MARK);
        }
        if (emulation.display().cursorVisible() && cursorRow >= 0 && cursorRow < shown.size()) {
            Row row = shown.get(cursorRow);
            if (cursorColumn < row.columns()) {
                int y = PADDING + cursorRow * font.height();
                painter.cursor(
                        row, cursorColumn, PADDING, y, emulation.display().shape(), canvas.isFocusControl());
            }
        }
        painted = System.nanoTime();
        onPaint.run();
    }

    private static void mark(RowPainter painter, Optional<Marked> what, long line, Row row, int y, Tone tone) {
        if (what.isPresent() && what.get().touches(line)) {
            int from = what.get().from(line);
            int to = what.get().to(line, row.columns());
            if (to > from) {
                painter.mark(from, to, PADDING, y, tone);
            }
        }
    }

    /** The number of a visible line, counted from the first there ever was. */
    long lineAt(int visibleRow) {
        return scrolledBefore + visibleRow - scroll;
    }

    private void arrange() {
        Rectangle area = getClientArea();
        canvas.setBounds(0, 0, Math.max(0, area.width - SlimBar.SIZE), area.height);
        bar.setBounds(area.width - SlimBar.SIZE, 0, SlimBar.SIZE, area.height);
        int columns = font.column(area.width - SlimBar.SIZE - 2 * PADDING);
        int rows = (area.height - 2 * PADDING) / font.height();
        if (columns < 2 || rows < 2) {
            return; // not laid out yet
        }
        TerminalSize fitting = new TerminalSize(columns, rows);
        if (!fitting.equals(size)) {
            size = fitting;
            background.execute(() -> {
                emulation.resize(fitting);
                changed();
            });
            resized.accept(fitting);
        }
    }

    private void key(Event event) {
        if (keepsKey.test(event)) {
            return;
        }
        boolean control = (event.stateMask & SWT.CTRL) != 0;
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        if (control && shift && (event.keyCode == 'c' || event.keyCode == 'C')
                || control && event.keyCode == SWT.INSERT) {
            copy();
        } else if (control && shift && event.keyCode == 'v' || shift && event.keyCode == SWT.INSERT) {
            paste();
        } else if (control && shift && event.keyCode == 'f') {
            find.run();
        } else if (control && (event.keyCode == '=' || event.keyCode == '+' || event.keyCode == SWT.KEYPAD_ADD)) {
            zoom(points + 1);
        } else if (control && (event.keyCode == '-' || event.keyCode == SWT.KEYPAD_SUBTRACT)) {
            zoom(points - 1);
        } else if (control && event.keyCode == '0') {
            zoom(SIZE_USUAL);
        } else if (shift && event.keyCode == SWT.PAGE_UP) {
            scrollTo(scroll + Math.max(1, shown.size() - 1));
        } else if (shift && event.keyCode == SWT.PAGE_DOWN) {
            scrollTo(scroll - Math.max(1, shown.size() - 1));
        } else {
            keys.bytes(event).ifPresent(bytes -> {
                event.doit = false;
                clearMarks();
                scrollTo(0);
                emulation.send(bytes);
            });
        }
    }

    private void wheel(Event event) {
        event.doit = false;
        if ((event.stateMask & SWT.CTRL) != 0) {
            zoom(points + Integer.signum(event.count));
        } else if (emulation.wantsMouse() && (event.stateMask & SWT.SHIFT) == 0) {
            pointing.wheel(event);
        } else if (emulation.onAlternateScreen()) {
            byte[] arrow = emulation.terminal().getCodeForKey(event.count > 0 ? 0x26 : 0x28, 0);
            for (int i = 0; i < WHEEL_LINES && arrow != null; i++) {
                emulation.send(arrow);
            }
        } else {
            scrollTo(scroll + WHEEL_LINES * Integer.signum(event.count));
        }
    }

    /** Scrolls so many lines above the end. */
    void scrollTo(int lines) {
        int bounded = Math.clamp(lines, 0, history);
        if (bounded != scroll) {
            scroll = bounded;
            canvas.redraw();
            refresh();
        }
    }

    /** Brings a line into view. */
    void reveal(long line) {
        long row = line - scrolledBefore;
        if (row < -scroll || row >= shown.size() - scroll) {
            scrollTo((int) Math.max(0, shown.size() / 2 - row));
        }
    }

    void zoom(int newPoints) {
        int bounded = Math.clamp(newPoints, SIZE_LEAST, SIZE_MOST);
        if (bounded != points) {
            points = bounded;
            CellFont old = font;
            font = measured();
            old.dispose();
            arrange();
            canvas.redraw();
        }
    }

    int column(int x) {
        return Math.clamp(font.column(x - PADDING), 0, Math.max(0, size.columns() - 1));
    }

    int row(int y) {
        return Math.clamp((y - PADDING) / font.height(), 0, Math.max(0, shown.size() - 1));
    }

    Optional<Row> rowAt(int visibleRow) {
        return visibleRow >= 0 && visibleRow < shown.size() ? Optional.of(shown.get(visibleRow)) : Optional.empty();
    }

    void mark(@Nullable Marked newMarked) {
        marked = Optional.ofNullable(newMarked).map(Marked::ordered);
        canvas.redraw();
    }

    void markFound(@Nullable Marked newFound) {
        found = Optional.ofNullable(newFound);
        canvas.redraw();
    }

    private void clearMarks() {
        if (marked.isPresent()) {
            mark(null);
        }
    }

    /** The link under a cell, sent with the text or found in it. */
    Optional<String> linkAt(int column, int visibleRow) {
        return rowAt(visibleRow).flatMap(row -> {
            if (column < row.columns()
                    && row.style(column) instanceof HyperlinkStyle style
                    && style.getLinkInfo() instanceof Emulation.Target target) {
                return Optional.of(target.target());
            }
            return Links.at(row.cells(), column).map(Links.Found::target);
        });
    }

    void open(String target) {
        openLink.accept(target);
    }

    void menu(MenuChoice... choices) {
        new PopupMenu(canvas, look, List.of(choices)).open();
    }

    /** Shows where a link leads; nothing for null. */
    void hint(@Nullable String target) {
        canvas.setToolTipText(target == null ? null : target + "\nCtrl+click opens it");
        canvas.setCursor(target == null ? null : getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    }

    /** The selected text; lines that were wrapped are one. */
    public String selection() {
        if (marked.isEmpty() || marked.get().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        Marked range = marked.get();
        emulation.look(
                () -> {
                    long base = emulation.display().scrolled();
                    for (long line = range.fromLine(); line <= range.toLine(); line++) {
                        int index = (int) (line - base);
                        if (index < -emulation.historyLines() || index >= emulation.rows()) {
                            continue;
                        }
                        Row row = emulation.row(index);
                        String part = row.text(range.from(line), range.to(line, row.columns()));
                        boolean wraps = emulation.wraps(index) && line < range.toLine();
                        text.append(wraps ? part : part.stripTrailing());
                        if (!wraps && line < range.toLine()) {
                            text.append('\n');
                        }
                    }
                },
                LOOK_MILLIS * 10L);
        return text.toString();
    }

    /** Copies what is selected. */
    public void copy() {
        String text = selection();
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** Pastes the clipboard; what holds more than one line is asked about first. */
    public void paste() {
        Clipboard clipboard = new Clipboard(getDisplay());
        Object content = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        if (content instanceof String text) {
            paste(new Pasting(text));
        }
    }

    void paste(Pasting pasting) {
        if (pasting.isEmpty()) {
            return;
        }
        if (pasting.isRisky()) {
            askToPaste.accept(pasting);
        } else {
            send(pasting);
        }
    }

    void send(Pasting pasting) {
        scrollTo(0);
        emulation.send(pasting.bytes(emulation.display().bracketedPaste()));
    }
}
