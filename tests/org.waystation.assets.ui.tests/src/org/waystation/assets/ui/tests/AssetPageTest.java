package org.waystation.assets.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.assets.ui.internal.editor.AssetPage;
import org.waystation.shell.widgets.FlatButton;

class AssetPageTest {

    private final Stage stage = new Stage(900, 1400);
    private final AssetPage page = new AssetPage(stage.shell, stage.desk, MemoryAssets.FILES, stage.opened::add);

    @BeforeEach
    void open() {
        stage.open();
        stage.until("it is filled", () -> stage.says("FS-01") && stage.says("Mara Svensson"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void hasItsPastWithWhoWhenAndBothValues() {
        for (String words : new String[] {
            "Warranty ends none  →  2026-02-01, Mara Svensson, Monday 23 November 2026, 14:05",
            "CPU 4  →  8",
            "Location HQ  →  HQ, rack B, You, Monday 23 November 2026, 14:05, not yet synced",
            "Made",
            "Mara Svensson, Ssh",
            "48213, Nightly backup failed, In progress"
        }) {
            assertTrue(stage.says(words), words);
        }
    }

    @Test
    void aRelationIsAddedAndTakenAwayWithTheKeyboard() {
        stage.choose(stage.find(FlatButton.class, "waystation.asset.relate"), "runs on");
        StyledText box = stage.find(StyledText.class, "waystation.pick.text");
        box.setText("vh");
        stage.until("one is left", () -> stage.says("VH-01, Server"));
        stage.press(box, SWT.CR);
        stage.until("it is there", () -> stage.says("runs on, VH-01"));
        assertEquals(
                Map.of("type", "runs_on", "assetId", MemoryAssets.id(11).toString()),
                relations().getFirst());
        stage.press(stage.find(Control.class, "waystation.asset.relation"), SWT.CR);
        assertEquals(List.of(new RecordRef(EntityKind.ASSET, MemoryAssets.id(11))), stage.opened);
        stage.press(stage.find(Control.class, "waystation.asset.relation"), SWT.DEL);
        assertEquals(List.of(), relations());
    }

    @Test
    void aSessionCanBeStartedWhereSessionsAreThere() {
        assertTrue(stage.all().stream()
                .filter(control -> "waystation.asset.session".equals(control.getData("org.waystation.id")))
                .noneMatch(Control::isVisible));
        List<RecordRef> begun = new ArrayList<>();
        stage.services.useSessions(begun::add);
        stage.settle();
        stage.find(FlatButton.class, "waystation.asset.session").press();
        assertEquals(List.of(new RecordRef(EntityKind.ASSET, MemoryAssets.FILES)), begun);
    }

    @Test
    void letsGoOfEverythingWhenItIsClosed() {
        page.dispose();
        assertEquals(0, stage.assets.followers.size());
    }

    private List<?> relations() {
        return (List<?>) stage.assets.changes.getLast().getFirst().fields().get("relations");
    }
}
