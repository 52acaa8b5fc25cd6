package org.waystation.tickets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.tickets.ui.internal.parts.FilterMemory;
import org.waystation.tickets.ui.internal.queue.QueueView;

class QueueViewTest {

    private final Stage stage = new Stage(430, 640);
    private final QueueView queue = new QueueView(stage.shell, stage.look, stage.times, stage.desk.edits(), stage.ui);
    private final List<UUID> opened = new ArrayList<>();
    private Optional<UUID> selected = Optional.empty();

    @BeforeEach
    void open() {
        queue.onOpen(opened::add);
        queue.onSelect(id -> selected = id);
        queue.use(stage.tickets);
        stage.open();
        stage.until("the rows are counted", () -> stage.says("My queue · 7"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void startsWithMyQueue() {
        assertEquals(TicketQuery.myQueue(), stage.tickets.queries.getFirst());
        assertTrue(rowText(0).startsWith("48213 Nightly backup of FS-01"), rowText(0));
    }

    @Test
    void theKeyboardSelectsAndOpens() {
        stage.press(table(), SWT.HOME);
        assertEquals(Optional.of(Sample.id(48213)), selected);
        stage.press(table(), SWT.ARROW_DOWN);
        assertEquals(Optional.of(Sample.id(48207)), selected);
        stage.press(table(), SWT.END);
        assertEquals(Optional.of(Sample.id(48160)), selected);
        stage.press(table(), SWT.CR);
        assertEquals(List.of(Sample.id(48160)), opened);
    }

    @Test
    void typingFilters() {
        filter().setText("printer");
        stage.until("one row is left", () -> table().getRowCount() == 1);
        assertTrue(rowText(0).contains("Printer on 2nd floor"));
        assertEquals("assignee:me status:open printer", lastQuery().filter().toString());
    }

    @Test
    void theFilterIsThereForTheNextProgram() {
        MemorySealed disk = new MemorySealed();
        FilterMemory memory = new FilterMemory(queue, stage.ui);
        memory.restore(disk);
        queue.onArrange(memory::keep);
        filter().setText("printer");
        stage.until("it is kept", () -> !disk.values.isEmpty());

        QueueView later = new QueueView(stage.shell, stage.look, stage.times, stage.desk.edits(), stage.ui);
        new FilterMemory(later, stage.ui).restore(disk);
        stage.until(
                "the filter is back",
                () -> "assignee:me status:open printer"
                        .equals(later.query().filter().toString()));
    }

    @Test
    void aFilterTypedBeforeTheOldOneCameIsNotOverwritten() {
        MemorySealed disk = new MemorySealed();
        disk.values.put("tickets.queue.filter", "priority:p1");
        FilterMemory memory = new FilterMemory(queue, stage.ui);
        memory.restore(disk); // comes when the UI thread is free
        queue.show(queue.query().withFilter(TicketFilter.parse("printer")));
        stage.settle();
        assertEquals("printer", queue.query().filter().toString());
    }

    @Test
    void aTokenBecomesAChipAndBackspaceTakesItBack() {
        filter().setText("priority:p1 ");
        stage.until("the token counts", () -> lastQuery().filter().toString().contains("priority:p1"));
        assertEquals("", filter().getText());
        stage.press(filter(), SWT.BS);
        assertEquals("priority:p1", filter().getText());
    }

    /** Which hides the tool window, wherever in it the keyboard is. */
    @Test
    void escapeClearsWhatIsTypedAndShiftEscapeIsLeftToTheProgram() {
        filter().setText("printer");
        stage.press(filter(), SWT.ESC, SWT.MOD2);
        assertEquals("printer", filter().getText());
        stage.press(filter(), SWT.ESC);
        assertEquals("", filter().getText());
    }

    @Test
    void ctrlAClearsTokensToo() {
        stage.press(filter(), 'a', SWT.MOD1);
        stage.press(filter(), SWT.BS);
        stage.until("everything is asked for", () -> lastQuery().filter().equals(TicketFilter.all()));
    }

    @Test
    void nothingFoundOffersToClear() {
        filter().setText("zebra");
        stage.until("it says so", () -> stage.says("No tickets match"));
        assertTrue(stage.says("Clear filter"));
    }

    @Test
    void theSelectionFollowsTheRecord() {
        stage.press(table(), SWT.HOME);
        stage.press(table(), SWT.ARROW_DOWN);
        UUID before = selected.orElseThrow();
        stage.tickets.remove(Sample.id(48213));
        stage.until("a row is gone", () -> stage.says("My queue · 6"));
        assertEquals(before, selected.orElseThrow());
        stage.press(table(), SWT.ARROW_DOWN);
        assertEquals(Optional.of(Sample.id(48198)), selected, "one below where the record is now");
    }

    @Test
    void theNextRowIsSelectedWhenTheSelectedOneLeaves() {
        stage.press(table(), SWT.HOME);
        stage.tickets.changeStatus(Sample.id(48213), TicketStatus.RESOLVED);
        stage.until("the next one is selected", () -> selected.equals(Optional.of(Sample.id(48207))));
    }

    @Test
    void wideItIsATableWithColumns() {
        stage.shell.setSize(1300, 640);
        stage.until("there are columns", () -> table().getColumnCount() == TicketColumn.values().length);
        assertEquals("Number", table().getDataValueByPosition(0, 0));
    }

    @Test
    void orderAndGroupAreAskedOfTheService() {
        queue.show(queue.query().sortedBy(TicketColumn.COMPANY, true).groupedBy(Optional.of(TicketColumn.COMPANY)));
        assertEquals(TicketColumn.COMPANY, lastQuery().sort());
        assertTrue(lastQuery().descending());
        assertEquals(Optional.of(TicketColumn.COMPANY), lastQuery().group());
        stage.settle();
        assertFalse(stage.says("No tickets match"));
    }

    private NatTable table() {
        return stage.find(NatTable.class, "waystation.tickets.queue");
    }

    private StyledText filter() {
        return stage.find(StyledText.class, "waystation.tickets.filter");
    }

    private String rowText(int row) {
        return String.valueOf(table().getDataValueByPosition(0, row));
    }

    private TicketQuery lastQuery() {
        return stage.tickets.queries.getLast();
    }
}
