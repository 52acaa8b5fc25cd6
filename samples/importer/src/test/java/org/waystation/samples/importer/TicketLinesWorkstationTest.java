package org.waystation.samples.importer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.testkit.Locator;
import org.waystation.testkit.MenuBot;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.QueueBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;

/** The finished plug-in in the running program. */
@WithWorkstation
class TicketLinesWorkstationTest {

    private static final String ID = "org.waystation.samples.importer";
    private static final String NAME = "List of tickets (text)";

    @Test
    void aFileBecomesTicketsAndALineThatIsNoneIsTold(Workstation workstation, @TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("tickets.txt"),
                List.of("Harbour Dental: Order a spare tray for the scanner", "this line names no company"));
        workstation.plugins().install(PluginBot.built());
        workstation.plugins().run("org.waystation.shell.import");
        new MenuBot(workstation.screen()).choose(NAME);
        workstation.hands().chooseFile(NAME, file);
        workstation
                .screen()
                .await(
                        Locator.id("waystation.balloon").and("contains", "1 made, 1 left out"),
                        seen -> seen.text().contains("Line 2 does not begin with the name of a company"));
        ScreenPicture.take(workstation, "importer");
        QueueBot queue = new QueueBot(workstation.screen());
        queue.filter("spare tray").awaitOnly("spare tray");
        queue.filter("");
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
