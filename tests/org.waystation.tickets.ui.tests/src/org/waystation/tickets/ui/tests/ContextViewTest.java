package org.waystation.tickets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.tickets.ui.internal.context.ContextView;

class ContextViewTest {

    private final Stage stage = new Stage(300, 700);
    private final ContextView context = new ContextView(stage.shell, stage.desk);

    @BeforeEach
    void open() {
        stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void saysWhatToDoWhileNothingIsSelected() {
        assertTrue(stage.says("Nothing selected"));
    }

    @Test
    void showsWhatBelongsToTheTicket() {
        context.follow(Optional.of(Sample.id(48213)));
        stage.until("it is filled", () -> stage.says("Harbour Dental"));
        for (String words : new String[] {
            "Managed, all devices",
            "In progress",
            "proactive · alert",
            "You",
            "met, 12 min",
            "42 min left",
            "FS-01",
            "Warranty ends 14 Jan 2027",
            "Ines Falk",
            "24 min billable"
        }) {
            assertTrue(stage.says(words), words);
        }
    }

    @Test
    void leavesOutWhatTheTicketDoesNotHave() {
        context.follow(Optional.of(Sample.id(48213)));
        stage.until("it is filled", () -> stage.says("Ines Falk"));
        context.follow(Optional.of(Sample.id(48207)));
        stage.until("the other one is shown", () -> stage.says("Lindqvist Law"));
        assertFalse(stage.says("Ines Falk"));
        assertFalse(stage.says("Time booked"));
    }

    @Test
    void followsOneTicketAtATime() {
        int before = stage.tickets.followers();
        context.follow(Optional.of(Sample.id(48213)));
        context.follow(Optional.of(Sample.id(48207)));
        assertEquals(before + 1, stage.tickets.followers());
        context.dispose();
        assertEquals(before, stage.tickets.followers());
    }
}
