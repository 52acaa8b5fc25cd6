package org.waystation.tickets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.views.ViewDraft;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.tickets.ui.internal.queue.QueueView;

class SavedViewsScreenTest {

    private final Stage stage = new Stage(430, 640);
    private final QueueView queue = new QueueView(stage.shell, stage.look, stage.times, stage.desk.edits(), stage.ui);

    @BeforeEach
    void open() {
        stage.views.offered.add(MemoryViews.offered(
                Sample.id(4_000),
                new ViewDraft("All P1", "ticket", "priority:p1", "-UPDATED", "COMPANY", true),
                false));
        queue.use(stage.tickets);
        queue.use(stage.views);
        stage.open();
        stage.until("the rows are counted", () -> stage.says("My queue · 7"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aColleaguesViewBringsItsFilterOrderAndGroups() {
        choose("all p1");
        assertEquals("priority:p1", queue.query().filter().toString());
        assertEquals(TicketColumn.UPDATED, queue.query().sort());
        assertTrue(queue.query().descending());
        assertEquals(Optional.of(TicketColumn.COMPANY), queue.query().group());
        stage.until("its name is in the head", () -> stage.says("All P1 ·"));
    }

    @Test
    void whatIsShownIsSavedUnderANameSharedRenamedAndDeleted() {
        queue.show(queue.query().withFilter(TicketFilter.parse("status:waiting_customer")));
        choose("save it");
        name("Waiting");
        stage.until("the head has its name", () -> stage.says("Waiting ·"));
        assertEquals(
                "status:waiting_customer", stage.views.offered.getLast().view().query());
        choose("share it");
        assertTrue(stage.views.offered.getLast().view().shared());
        choose("rename");
        name("Waiting for customers");
        stage.until("the head has the new name", () -> stage.says("Waiting for customers ·"));
        assertTrue(stage.views.offered.getLast().view().shared(), "still shared");
        choose("delete");
        assertEquals(1, stage.views.offered.size());
    }

    @Test
    void sharingIsNotOfferedWhereTheServerKeepsNoViews() {
        stage.views.canBeShared = false;
        queue.show(queue.query().withFilter(TicketFilter.parse("status:waiting_customer")));
        choose("save it");
        name("Waiting");
        stage.until("the head has its name", () -> stage.says("Waiting ·"));
        choose("share it");
        assertFalse(stage.views.offered.getLast().view().shared());
    }

    private void name(String name) {
        StyledText box = stage.find(StyledText.class, "waystation.ask.text");
        box.setText(name);
        stage.press(box, SWT.CR);
        stage.until("the sheet is gone", () -> stage.shells() == 1);
    }

    private void choose(String typed) {
        stage.settle();
        stage.press(stage.find(FlatButton.class, "waystation.tickets.views"), SWT.ARROW_DOWN);
        Control menu = stage.only("MenuList");
        typed.chars().forEach(c -> stage.press(menu, c));
        stage.press(menu, SWT.CR);
    }
}
