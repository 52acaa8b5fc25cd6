package org.waystation.tickets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.tickets.ui.internal.timer.TimerControl;

class TimerControlTest {

    private static final UUID BACKUP = Sample.id(48213);
    private static final UUID OUTLOOK = Sample.id(48207);

    private final Stage stage = new Stage(400, 60);
    private final TimerControl pill =
            new TimerControl(stage.shell, stage.look, stage.ui, stage.desk.open(), stage.desk.edits());

    @BeforeEach
    void open() {
        pill.use(stage.timer, stage.tickets);
        stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void takesNoRoomWhileNothingIsCounted() {
        assertEquals(0, pill.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        stage.timer.set(BACKUP, Duration.ofSeconds(1450), true);
        stage.until("it says the ticket", () -> pill.getText().equals("Counting 00:24:10 · #48213"));
        assertTrue(pill.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > 100);
    }

    @Test
    void goesOnByItself() {
        stage.timer.set(BACKUP, Duration.ofSeconds(1450), true);
        stage.until("it is shown", () -> pill.getText().contains("#48213"));
        stage.timer.counted.clear();
        stage.timer.counted.add(
                new org.waystation.api.tickets.WorkTimer.Counted(BACKUP, Duration.ofSeconds(1453), true, Sample.NOW));
        stage.until("a second passes", () -> pill.getText().contains("00:24:13"));
    }

    @Test
    void itsMenuPausesSwitchesAndBooks() {
        stage.timer.set(OUTLOOK, Duration.ofMinutes(5), false);
        stage.timer.set(BACKUP, Duration.ofSeconds(1450), true);
        stage.until("it is shown", () -> pill.getText().contains("#48213"));
        choose("pause");
        assertTrue(stage.timer.running().isEmpty());
        stage.until("it says so", () -> pill.getText().startsWith("Paused"));
        choose("#48207");
        assertEquals(OUTLOOK, stage.timer.running().orElseThrow().ticketId());
        choose("book");
        stage.until("it is booked", () -> !entries(OUTLOOK).isEmpty());
        assertEquals(5, entries(OUTLOOK).getLast().minutes());
        assertTrue(stage.timer.of(OUTLOOK).isEmpty(), "what is booked is not counted any more");
        choose("open");
        assertEquals(List.of(new RecordRef(EntityKind.TICKET, BACKUP)), stage.opened);
    }

    @Test
    void letsGoOfTheTimer() {
        int before = stage.timer.listeners();
        pill.dispose();
        assertEquals(before - 1, stage.timer.listeners());
        stage.timer.set(BACKUP, Duration.ofMinutes(1), true);
        stage.settle();
    }

    private List<TimeEntry> entries(UUID ticket) {
        return stage.tickets.tickets.get(ticket).timeEntries().stream()
                .map(entry -> entry.value())
                .toList();
    }

    /** Opens the menu with the keyboard, types what it is called, and takes it. */
    private void choose(String typed) {
        stage.settle();
        stage.press(pill, ' ');
        Control menu = stage.only("MenuList");
        typed.chars().forEach(c -> stage.press(menu, c));
        stage.press(menu, SWT.CR);
    }
}
