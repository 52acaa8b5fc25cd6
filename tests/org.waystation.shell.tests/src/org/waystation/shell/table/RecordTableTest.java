package org.waystation.shell.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.live.LiveList;
import org.waystation.shell.theme.StandardLook;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;

class RecordTableTest {

    private static final int MILLION = 1_000_000;

    private final Display display = Display.getDefault();
    private final StandardLook look = new StandardLook(display, false);
    private final Shell shell = new Shell(display);
    private final Numbers rows = new Numbers();
    private RecordTable<Long> table;

    @BeforeEach
    void open() {
        shell.setLayout(new FillLayout());
        shell.setSize(500, 600);
        List<Column<Long>> columns = List.of(
                Column.text("number", "Number", 100, Tone.TEXT, String::valueOf),
                Column.text("twice", "Twice", 120, Tone.TEXT, (Long row) -> String.valueOf(row * 2)),
                Column.text("text", "Text", 100, Tone.TEXT, (Long row) -> "row " + row)
                        .growing());
        TableForm<Long> form = new TableForm<>(
                "Numbers",
                row -> new UUID(0, row),
                row -> "row " + row,
                (brush, row, area, state) -> brush.text("row " + row, TextStyle.BODY, Tone.TEXT, area, Align.LEFT),
                columns,
                700);
        table = new RecordTable<>(shell, look, form).id("numbers");
        table.show(rows);
        shell.layout(true, true);
        shell.open();
        draw();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void holdsAndAsksForWhatIsOnScreenAlone() {
        assertTrue(rows.asked.size() < 100, () -> "asked for " + rows.asked.size() + " of a million rows");
        press(SWT.END);
        draw();
        assertTrue(rows.asked.contains(MILLION - 1));
        assertTrue(rows.asked.size() < 200, () -> "asked for " + rows.asked.size() + " of a million rows");
    }

    @Test
    void theKeyboardGoesEverywhere() {
        press(SWT.HOME);
        assertEquals(0, selected());
        press(SWT.ARROW_DOWN);
        assertEquals(1, selected());
        press(SWT.PAGE_DOWN);
        long page = selected();
        assertTrue(page > 5 && page < 15, () -> "a page is " + page);
        press(SWT.PAGE_UP);
        assertEquals(1, selected());
        press(SWT.END);
        assertEquals(MILLION - 1, selected());
        press(SWT.ARROW_DOWN);
        assertEquals(MILLION - 1, selected());
    }

    @Test
    void enterAndDoubleClickOpen() {
        List<UUID> opened = new ArrayList<>();
        table.onOpen(opened::add);
        press(SWT.HOME);
        press(SWT.CR);
        mouse(SWT.MouseDown, 60);
        mouse(SWT.MouseDoubleClick, 60);
        assertEquals(List.of(new UUID(0, 0), new UUID(0, 1)), opened);
    }

    @Test
    void theSelectedRowKeepsItsPlaceOnScreenWhenRowsComeAbove() {
        table.select(new UUID(0, 5000));
        draw();
        int before = firstOnScreen();
        rows.shift = 40;
        rows.tell();
        draw();
        assertEquals(5000, selected());
        assertEquals(before + 40, firstOnScreen(), "as many rows further down as came above");
    }

    @Test
    void whatHadNoRoomAtFirstFillsTheRoomItGets() {
        shell.setLayout(null);
        table.setSize(8, 300);
        draw();
        table.setSize(400, 300);
        draw();
        assertEquals(natTable().getClientArea().width, natTable().getWidth());
    }

    @Test
    void wideItHasColumnsThatAreRemembered() {
        shell.setSize(900, 600);
        shell.layout(true, true);
        assertTrue(table.wide());
        table.arrange(Arrangement.parse("twice:150:shown;text:0:shown;number:90:hidden"));
        draw();
        assertEquals(
                "twice:150:shown;text:0:shown;number:90:hidden",
                table.arrangement().toString());
        assertEquals(2, natTable().getColumnCount());
        assertEquals("Twice", natTable().getDataValueByPosition(0, 0));
        assertEquals(
                natTable().getClientArea().width, natTable().getWidth(), 1, "the column that grows takes what is left");
    }

    @Test
    void aBrokenMemoryDoesNoHarm() {
        for (String memory :
                List.of("", "x", "twice", "twice:wide:shown", "nobody:10:shown", ";;;", "twice:-5:shown")) {
            table.arrange(Arrangement.parse(memory));
            assertEquals(3, table.arrangement().places().size(), memory);
        }
    }

    @Test
    void aHeadThatIsPressedIsTold() {
        shell.setSize(900, 600);
        shell.layout(true, true);
        draw();
        List<String> heads = new ArrayList<>();
        table.onHead(heads::add);
        mouse(SWT.MouseDown, 14);
        mouse(SWT.MouseUp, 14);
        until(() -> !heads.isEmpty());
        assertEquals(List.of("number"), heads);
    }

    @Test
    void nothingAndFailureAreSaid() {
        table.whenEmpty(state -> state.showEmpty("search", "No numbers", "", "", () -> {}));
        rows.size = 0;
        rows.tell();
        draw();
        assertFalse(natTable().isVisible());
        rows.size = MILLION;
        rows.tell();
        draw();
        assertTrue(natTable().isVisible());
        rows.size = -1;
        rows.failure = "The disk does not answer.";
        rows.tell();
        draw();
        assertFalse(natTable().isVisible());
    }

    @Test
    void closesItsListWithItself() {
        table.dispose();
        assertTrue(rows.closed);
    }

    @Test
    void groupsHaveHeadings() {
        rows.size = 30;
        rows.tell();
        int plain = natTable().getHeight();
        table.groupBy(row -> row < 4 ? "small" : "large");
        draw();
        until(() -> natTable().getHeight() != plain || natTable().getRowCount() < 30);
        table.groupBy(null);
        draw();
        assertEquals(plain, natTable().getHeight());
    }

    private long selected() {
        return table.selected().orElseThrow().getLeastSignificantBits();
    }

    private int firstOnScreen() {
        return natTable().getRowIndexByPosition(0);
    }

    private NatTable natTable() {
        List<NatTable> found = new ArrayList<>();
        collect(table, found);
        return found.stream()
                .filter(Control::getVisible)
                .filter(Control::isVisible)
                .findFirst()
                .orElse(found.getFirst());
    }

    private static void collect(Composite parent, List<NatTable> found) {
        for (Control child : parent.getChildren()) {
            if (child instanceof NatTable natTable) {
                found.add(natTable);
            } else if (child instanceof Composite composite) {
                collect(composite, found);
            }
        }
    }

    private void press(int keyCode) {
        Event event = new Event();
        event.keyCode = keyCode;
        natTable().notifyListeners(SWT.KeyDown, event);
    }

    private void mouse(int type, int y) {
        Event event = new Event();
        event.x = 40;
        event.y = y;
        event.button = 1;
        event.count = 1;
        natTable().notifyListeners(type, event);
    }

    /** Paints it once, whether or not a window manager shows the window. */
    private void draw() {
        while (display.readAndDispatch()) {
            continue;
        }
        Image image = new Image(display, shell.getClientArea().width, shell.getClientArea().height);
        GC gc = new GC(image);
        natTable().print(gc);
        gc.dispose();
        image.dispose();
        while (display.readAndDispatch()) {
            continue;
        }
    }

    private void until(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        display.timerExec(20_100, () -> {});
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    /** A million rows that are nowhere. */
    private static final class Numbers implements LiveList<Long> {

        private final Set<Integer> asked = new HashSet<>();
        private final List<Runnable> listeners = new ArrayList<>();
        private int size = MILLION;
        private int shift;
        private String failure;
        private boolean closed;

        void tell() {
            List.copyOf(listeners).forEach(Runnable::run);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Long get(int index) {
            asked.add(index);
            return (long) index - shift;
        }

        @Override
        public CompletionStage<Integer> indexOf(UUID id) {
            return CompletableFuture.completedFuture((int) id.getLeastSignificantBits() + shift);
        }

        @Override
        public void onChange(Runnable listener) {
            listeners.add(listener);
        }

        @Override
        public String failure() {
            return failure;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
