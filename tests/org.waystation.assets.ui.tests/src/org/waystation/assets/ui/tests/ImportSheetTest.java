package org.waystation.assets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.assets.ui.internal.csv.ImportSheet;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Toggle;

class ImportSheetTest {

    private final Stage stage = new Stage(1200, 760);

    @BeforeEach
    void open() {
        stage.open();
        ImportSheet.open(stage.shell, stage.desk, Path.of("inventory.csv"));
        stage.until("the plan is shown", () -> stage.says("1 new  ·  2 wrong"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void saysWhatWouldComeOfEachLine() {
        assertEquals("Import 1", take().getText());
        assertTrue(stage.says("PC-01, new"));
        stage.press(lines(), SWT.ARROW_DOWN);
        assertTrue(stage.says("Kind: “Toaster” is none of Workstation, Laptop, Server."), Stage.text(lines()));
        assertEquals(0, stage.tables.kept);
    }

    @Test
    void showsOnlyWhatIsWrong() {
        stage.press(stage.find(Toggle.class, "waystation.import.onlyWrong"), ' ');
        assertTrue(stage.says("1 of 2: PC-02"), Stage.text(lines()));
    }

    @Test
    void anotherMeaningOfAColumnIsPlannedAnew() {
        stage.choose(column(4), "role");
        stage.until("it is asked again", () -> "role".equals(last().get(4)));
        stage.choose(column(4), "name");
        stage.until("a field is meant once", () -> "name".equals(last().get(4)) && !last().containsKey(0));
        stage.choose(column(3), "property");
        stage.until("a column can be a property", () -> "properties.Warranty".equals(last().get(3)));
    }

    @Test
    void keepsWhatIsRightAndTellsHowMuch() {
        take().press();
        stage.until("it is told", () -> !stage.told.isEmpty());
        assertEquals("1 assets imported", stage.told.getFirst().title());
        assertEquals(1, stage.tables.kept);
        assertEquals(1, stage.shells());
    }

    @Test
    void changesWhatIsHereOnlyWhereThatIsWanted() {
        assertFalse(stage.tables.mappings.getLast().update());
        stage.press(stage.find(Toggle.class, "waystation.import.update"), ' ');
        stage.until("it is asked again", () -> stage.tables.mappings.getLast().update());
    }

    private Map<Integer, String> last() {
        return stage.tables.mappings.getLast().fields();
    }

    private Control column(int index) {
        Composite choice = stage.find(Choice.class, "waystation.import.column." + index);
        return choice.getChildren()[0];
    }

    private Control lines() {
        return stage.find(Control.class, "waystation.import.lines");
    }

    private FlatButton take() {
        return stage.find(FlatButton.class, "waystation.import.take");
    }
}
