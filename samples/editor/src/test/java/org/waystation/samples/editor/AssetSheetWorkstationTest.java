package org.waystation.samples.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.Locator;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;
import org.waystation.testkit.fake.SampleData;

/** The finished plug-in in the running program. */
@WithWorkstation
class AssetSheetWorkstationTest {

    private static final String ID = "org.waystation.samples.editor";

    @Test
    void theRecordOpensInItsEditor(Workstation workstation) {
        workstation.plugins().install(PluginBot.built());
        UUID asset = SampleData.asset(0);
        workstation.open(new RecordRef(new EntityKind("assetSheet"), asset));
        workstation.screen().await(Locator.text("Asset " + asset));
        ScreenPicture.take(workstation, "editor");
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
