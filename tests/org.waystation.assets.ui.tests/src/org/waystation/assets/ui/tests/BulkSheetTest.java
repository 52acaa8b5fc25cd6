package org.waystation.assets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.assets.ui.internal.bulk.BulkSheet;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;

class BulkSheetTest {

    private final Stage stage = new Stage(900, 700);

    @BeforeEach
    void open() {
        stage.open();
        new BulkSheet(stage.shell, stage.desk, stage.assets.rows()).open();
        stage.settle();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void nothingCanBeChangedBeforeItIsSaidToWhat() {
        assertTrue(stage.says("Choose a field to see what would change."));
        assertFalse(change().isEnabled());
    }

    @Test
    void showsWhatWouldChangeAndLeavesOutWhatIsNotWanted() {
        field("warranty");
        value("2028-01-01");
        assertEquals("Change 3 assets", change().getText(), "one of the four has this value already");
        assertTrue(stage.says("FS-01  ·  Harbour Dental, 2026-02-01  →  2028-01-01"), Stage.text(list()));
        assertTrue(stage.says("1 asset stays as it is."));
        stage.press(list(), ' ');
        assertEquals("Change 2 assets", change().getText());
        change().press();
        stage.until("it is changed", () -> stage.shells() == 1);
        assertEquals(
                Optional.of(LocalDate.of(2026, 2, 1)),
                stage.assets.asset(MemoryAssets.FILES).warrantyEndsOn());
        assertEquals(
                Optional.of(LocalDate.of(2028, 1, 1)),
                stage.assets.asset(MemoryAssets.id(12)).warrantyEndsOn());
    }

    @Test
    void isUndoneFromTheNotification() {
        field("location");
        value("Rack C");
        change().press();
        stage.until("it is told", () -> !stage.told.isEmpty());
        assertEquals("4 assets changed", stage.told.getFirst().title());
        stage.told.getFirst().actions().getFirst().run().run();
        stage.until("it is settled", () -> stage.told.isEmpty());
        assertEquals("HQ, rack B", stage.assets.asset(MemoryAssets.FILES).location());
        assertEquals("", stage.assets.asset(MemoryAssets.id(11)).location());
    }

    @Test
    void aValueThatIsNoneIsRefusedAsItIsTyped() {
        field("warranty");
        value("soon");
        assertTrue(stage.says("Write a date as year-month-day, such as 2027-03-31."));
        assertFalse(change().isEnabled());
    }

    @Test
    void tagsAreAddedToThoseThatAreThere() {
        field("add a tag");
        value("critical");
        change().press();
        stage.until("it is changed", () -> stage.shells() == 1);
        assertEquals(
                List.of("backup", "critical"),
                stage.assets.asset(MemoryAssets.FILES).tags());
    }

    private void field(String typed) {
        stage.choose(button("waystation.bulk.field"), typed);
    }

    private void value(String typed) {
        stage.find(StyledText.class, "waystation.bulk.text").setText(typed);
        stage.settle();
    }

    private Control button(String id) {
        Composite choice = stage.find(Choice.class, id);
        return choice.getChildren()[0];
    }

    private FlatButton change() {
        return stage.find(FlatButton.class, "waystation.bulk.change");
    }

    private Control list() {
        Control list = stage.find(Control.class, "waystation.bulk.preview");
        assertTrue((list.getStyle() & SWT.NO_FOCUS) == 0, "the keyboard reaches it");
        return list;
    }
}
