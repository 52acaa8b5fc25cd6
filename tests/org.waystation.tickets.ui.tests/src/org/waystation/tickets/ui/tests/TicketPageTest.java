package org.waystation.tickets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.domain.TicketStatus;
import org.waystation.api.domain.Visibility;
import org.waystation.api.record.RecordActions;
import org.waystation.api.tickets.NoteDraft;
import org.waystation.api.tickets.TicketView;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.TextLine;
import org.waystation.tickets.ui.internal.editor.Drafts;
import org.waystation.tickets.ui.internal.editor.TicketPage;

class TicketPageTest {

    private static final UUID BACKUP = Sample.id(48213);

    private final Stage stage = new Stage(760, 800);
    private final MemorySealed disk = new MemorySealed();
    private final Drafts drafts = new Drafts();
    private TicketPage page = new TicketPage(stage.shell, stage.desk, BACKUP, drafts, link -> {});

    @BeforeEach
    void open() {
        drafts.use(disk);
        stage.open();
        stage.until("the subject is there", () -> !subject().getText().isEmpty());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsSubjectConversationAndTheNextStep() {
        assertEquals("Nightly backup of FS-01 failed twice in a row", subject().getText());
        assertTrue(stage.says("Mara Svensson"));
        assertTrue(stage.says("Repository host rebooted"));
        assertTrue(stage.says("not yet synced"));
        assertTrue(stage.says("You booked 24 min"));
        assertEquals("Resolve", step().getText());
    }

    @Test
    void savesAnInternalNoteWithCtrlEnter() {
        compose().setText("Backup runs again.");
        stage.press(compose(), SWT.CR, SWT.MOD1);
        stage.until("the note is in the conversation", () -> stage.says("Backup runs again."));
        stage.until("the box is free again", () -> compose().getText().isEmpty());
        assertEquals(
                Visibility.INTERNAL, view().conversation().getLast().value().visibility());
    }

    @Test
    void anEmptyNoteIsRefusedAtTheBox() {
        stage.press(compose(), SWT.CR, SWT.MOD1);
        stage.until("the box says why", () -> stage.says("Write something first."));
        assertEquals(3, view().conversation().size());
    }

    @Test
    void theDraftSurvivesTheEditorAndTheProgram() {
        page.reply(Visibility.PUBLIC);
        compose().setText("half a thought");
        Drafts afterwards = new Drafts();
        afterwards.use(disk);
        for (Drafts known : List.of(drafts, afterwards)) {
            reopen(known);
            stage.until(
                    "the draft is back", () -> "half a thought".equals(compose().getText()));
            assertTrue(stage.says("The customer will read this."));
        }
    }

    @Test
    void aDraftThatWasSentIsForgotten() {
        compose().setText("Backup runs again.");
        stage.press(compose(), SWT.CR, SWT.MOD1);
        stage.until("the box is free again", () -> compose().getText().isEmpty());
        assertEquals(Map.of(), disk.values);
    }

    @Test
    void whatIsTypedBeforeTheDraftCameIsNotOverwritten() {
        compose().setText("half a thought");
        reopen(drafts);
        compose().setText("another thought");
        stage.settle();
        assertEquals("another thought", compose().getText());
    }

    private void reopen(Drafts known) {
        page.dispose();
        page = new TicketPage(stage.shell, stage.desk, BACKUP, known, link -> {});
        stage.shell.layout(true, true);
    }

    @Test
    void whatCannotBeKeptIsToldAndStaysInTheBox() {
        stage.tickets.failWith(new UncheckedIOException(new IOException("The disk is full.")));
        compose().setText("Backup runs again.");
        stage.press(compose(), SWT.CR, SWT.MOD1);
        stage.until("somebody tells it", () -> !stage.told.isEmpty());
        assertTrue(stage.told.getFirst().detail().contains("The disk is full."));
        assertEquals("Backup runs again.", compose().getText());
        stage.until(
                "it can be tried again",
                () -> stage.find(FlatButton.class, "waystation.ticket.save").isEnabled());
    }

    @Test
    void takesTheNextStep() {
        step().press();
        stage.until("the button offers what follows", () -> "Close".equals(step().getText()));
        assertEquals(TicketStatus.RESOLVED, view().ticket().status());
    }

    @Test
    void aClosedTicketOffersNoStep() {
        step().press();
        stage.until("it is resolved", () -> "Close".equals(step().getText()));
        step().press();
        stage.until("it is closed", () -> "Closed".equals(step().getText()));
        assertFalse(step().isEnabled());
    }

    @Test
    void offersNothingThatItsReaderMayNotDo() {
        stage.tickets.put(Views.withActions(view(), RecordActions.of(List.of("add:note"))));
        stage.until("it says so", () -> stage.says("read only for you"));
        assertFalse(step().isEnabled());
        assertFalse(stage.find(FlatButton.class, "waystation.ticket.assign").isEnabled());
        assertFalse(stage.find(FlatButton.class, "waystation.ticket.priority").isEnabled());
        for (String id : List.of("time", "link", "timer", "attach")) {
            assertFalse(stage.find(FlatButton.class, "waystation.ticket." + id).isEnabled(), id);
        }
        assertFalse(
                stage.find(FlatButton.class, "waystation.ticket.subject.edit").isEnabled());
        assertTrue(compose().getEnabled());

        stage.tickets.put(Views.withActions(view(), RecordActions.of(List.of())));
        stage.until("it says why", () -> stage.says("Your role does not let you add notes"));
        assertFalse(compose().getEnabled());

        stage.tickets.put(Views.withActions(view(), RecordActions.UNKNOWN));
        stage.until("all is back", () -> step().isEnabled() && compose().getEnabled());
    }

    @Test
    void booksTime() {
        page.bookTime();
        stage.find(StyledText.class, "waystation.ticket.time.minutes").setText("1:30");
        stage.find(StyledText.class, "waystation.ticket.time.comment").setText("Checked the repository");
        stage.find(FlatButton.class, "waystation.ticket.time.book").press();
        stage.until("it is in the conversation", () -> stage.says("You booked 1 h 30"));
        assertEquals(90, view().timeEntries().getLast().value().minutes());
    }

    @Test
    void refusesTimeThatIsNone() {
        page.bookTime();
        stage.find(StyledText.class, "waystation.ticket.time.minutes").setText("soon");
        stage.find(FlatButton.class, "waystation.ticket.time.book").press();
        assertTrue(stage.says("Write it as 25, 1:30 or 1 h 30."));
        stage.find(StyledText.class, "waystation.ticket.time.minutes").setText("1441");
        stage.find(FlatButton.class, "waystation.ticket.time.book").press();
        stage.until("the rule is told", () -> stage.says("Book between 1 minute and 24 hours."));
        assertEquals(1, view().timeEntries().size());
    }

    @Test
    void changesTheSubject() {
        page.editSubject();
        StyledText box = stage.find(StyledText.class, "waystation.ticket.subject.box");
        box.setText("Nightly backup of FS-01 fails");
        stage.press(box, SWT.CR);
        stage.until(
                "the title changes",
                () -> "Nightly backup of FS-01 fails".equals(subject().getText()));
    }

    @Test
    void anEmptySubjectIsRefusedAsItIsTyped() {
        page.editSubject();
        stage.find(StyledText.class, "waystation.ticket.subject.box").setText(" ");
        assertTrue(stage.says("A ticket needs a subject."));
    }

    @Test
    void aTicketThatGoesAwaySaysSo() {
        stage.tickets.remove(BACKUP);
        stage.until("the page says it", () -> stage.says("This ticket is not here"));
    }

    @Test
    void stopsFollowingWhenItIsClosed() {
        int before = stage.tickets.followers();
        page.dispose();
        assertEquals(before - 1, stage.tickets.followers());
    }

    @Test
    void aNewNoteLeavesTheOthersUntouched() {
        var first = stage.shell.getDisplay().getFocusControl();
        long cards = stage.count("NoteCard");
        stage.tickets.addNote(BACKUP, new NoteDraft("From elsewhere", Visibility.PUBLIC));
        stage.until("it arrives", () -> stage.says("From elsewhere"));
        assertEquals(cards + 1, stage.count("NoteCard"));
        assertEquals(first, stage.shell.getDisplay().getFocusControl());
    }

    private TextLine subject() {
        return stage.find(TextLine.class, "waystation.ticket.subject");
    }

    private FlatButton step() {
        return stage.find(FlatButton.class, "waystation.ticket.step");
    }

    private StyledText compose() {
        return stage.find(StyledText.class, "waystation.ticket.compose");
    }

    private TicketView view() {
        return stage.tickets.tickets.get(BACKUP);
    }
}
