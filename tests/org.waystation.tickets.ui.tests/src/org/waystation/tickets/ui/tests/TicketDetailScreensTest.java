package org.waystation.tickets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.ChecklistItem;
import org.waystation.api.domain.LinkType;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.ClockState;
import org.waystation.api.tickets.TicketDetail;
import org.waystation.api.tickets.TicketDetail.Linked;
import org.waystation.api.tickets.TicketEdit;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.tickets.ui.internal.context.ContextView;
import org.waystation.tickets.ui.internal.editor.Drafts;
import org.waystation.tickets.ui.internal.editor.TicketPage;

/** Links, steps, tags, watchers and counted time, on the screens that show them. */
class TicketDetailScreensTest {

    private static final UUID BACKUP = Sample.id(48213);
    private static final UUID STEP = Sample.id(800);

    private final Stage stage = new Stage(760, 900);

    @BeforeEach
    void fill() {
        stage.details.details.put(BACKUP, detail(new ClockState.Runs()));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private TicketDetail detail(ClockState clock) {
        return new TicketDetail(
                BACKUP,
                List.of(new Linked(
                        LinkType.CAUSED_BY, Sample.id(47911), "47911", "Backup failed after updates", "Closed")),
                List.of(stage.tickets.tickets.get(Sample.id(48169)).ticket()),
                1,
                List.of(Sample.MARA),
                List.of("backup"),
                List.of(
                        new ChecklistItem(
                                Optional.of(STEP), "Tell the customer", false, Optional.empty(), Optional.empty()),
                        new ChecklistItem(
                                Optional.of(Sample.id(801)),
                                "Enable at boot",
                                true,
                                Optional.empty(),
                                Optional.empty())),
                clock);
    }

    private ContextView context() {
        ContextView context = new ContextView(stage.shell, stage.desk);
        stage.open();
        context.follow(Optional.of(BACKUP));
        stage.until("it is filled", () -> stage.says("Backup failed after updates"));
        return context;
    }

    @Test
    void theContextHasLinksWhatWasBeforeStepsTagsAndWatchers() {
        context();
        for (String words : new String[] {
            "is caused by 47911, Backup failed after updates, Closed",
            "Quarterly restore test",
            "1 of 2",
            "Tell the customer",
            "backup",
            "Mara Svensson"
        }) {
            assertTrue(stage.says(words), words);
        }
        stage.press(stage.line("Backup failed after updates"), SWT.CR);
        assertEquals(List.of(new RecordRef(EntityKind.TICKET, Sample.id(47911))), stage.opened);
    }

    @Test
    void theKeyboardDoesAStepAndTakesThingsAway() {
        context();
        stage.press(stage.line("Tell the customer"), ' ');
        stage.press(stage.line("Tell the customer"), SWT.DEL);
        stage.press(stage.line("Backup failed after updates"), SWT.DEL);
        stage.press(stage.line("Mara Svensson"), SWT.DEL);
        assertEquals(
                List.of(
                        new TicketEdit.StepDone(STEP, true),
                        new TicketEdit.NoStep(STEP),
                        new TicketEdit.Link(LinkType.CAUSED_BY, Sample.id(47911), false),
                        new TicketEdit.Watcher(Sample.MARA.id(), false)),
                stage.details.edits);
    }

    @Test
    void theClockSaysWhyItStandsStill() {
        stage.details.details.put(BACKUP, detail(new ClockState.Waits(TicketStatus.WAITING_VENDOR)));
        context();
        assertTrue(stage.says("paused: waiting vendor"));
        stage.shell.getChildren()[0].dispose();
        stage.details.details.put(BACKUP, detail(new ClockState.Closed(Instant.parse("2026-11-30T07:00:00Z"))));
        context();
        assertTrue(stage.says("paused until Mon 07:00"));
    }

    @Test
    void anotherTicketIsLinkedWithTheKeyboardAlone() {
        stage.details.linkable = stage.tickets.rows();
        FlatButton link = page("waystation.ticket.link");
        stage.press(link, SWT.ARROW_DOWN);
        choose("caused");
        StyledText box = stage.find(StyledText.class, "waystation.pick.text");
        box.setText("printer");
        stage.until("one is left", () -> stage.says("Printer on 2nd floor"));
        stage.press(box, SWT.CR);
        assertEquals(List.of(new TicketEdit.Link(LinkType.CAUSED_BY, Sample.id(48160), true)), stage.details.edits);
        assertEquals(0, stage.count("PickList"), "the sheet is gone");
    }

    @Test
    void aStepIsAddedWithTheKeyboardAlone() {
        FlatButton link = page("waystation.ticket.link");
        stage.press(link, SWT.ARROW_DOWN);
        choose("step");
        StyledText box = stage.find(StyledText.class, "waystation.ask.text");
        box.setText(" Check tonight's run ");
        stage.press(box, SWT.CR);
        assertEquals(List.of(new TicketEdit.NewStep("Check tonight's run")), stage.details.edits);
        stage.until("the sheet is gone", () -> stage.count("AskSheet") == 0 && stage.shells() == 1);
    }

    @Test
    void countedTimeIsOfferedAndBookedWithTheNote() {
        page("waystation.ticket.timer").press();
        assertEquals(BACKUP, stage.timer.running().orElseThrow().ticketId());
        stage.timer.set(BACKUP, Duration.ofMinutes(24), true);
        stage.until("it is offered", () -> stage.says("0:24 will be booked as remote work"));
        write("Backup runs again.");
        stage.until("it is booked", () -> minutes() == 24);
        assertFalse(stage.says("will be booked"));
    }

    @Test
    void whatIsNotWantedStaysOnTheTimer() {
        page("waystation.ticket.timer");
        stage.timer.set(BACKUP, Duration.ofMinutes(24), true);
        stage.until("it is offered", () -> stage.says("will be booked"));
        stage.press(stage.find(FlatButton.class, "waystation.ticket.offer"), SWT.ARROW_DOWN);
        choose("do not");
        write("Backup runs again.");
        stage.until("the note is kept", () -> stage.says("Backup runs again."));
        assertTrue(stage.says("0:24 stays on the timer"));
        assertTrue(stage.timer.of(BACKUP).isPresent());
    }

    private void write(String note) {
        StyledText compose = stage.find(StyledText.class, "waystation.ticket.compose");
        compose.setText(note);
        stage.press(compose, SWT.CR, SWT.MOD1);
    }

    private long minutes() {
        return stage.tickets.tickets.get(BACKUP).timeEntries().getLast().value().minutes();
    }

    private FlatButton page(String id) {
        new TicketPage(stage.shell, stage.desk, BACKUP, new Drafts(), link -> {});
        stage.open();
        stage.until("the ticket is shown", () -> stage.says("Nightly backup of FS-01"));
        return stage.find(FlatButton.class, id);
    }

    private void choose(String typed) {
        Control menu = stage.only("MenuList");
        typed.chars().forEach(c -> stage.press(menu, c));
        stage.press(menu, SWT.CR);
    }
}
