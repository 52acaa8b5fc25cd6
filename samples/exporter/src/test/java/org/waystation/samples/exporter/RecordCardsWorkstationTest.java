package org.waystation.samples.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.Locator;
import org.waystation.testkit.MenuBot;
import org.waystation.testkit.PluginBot;
import org.waystation.testkit.ScreenPicture;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;
import org.waystation.testkit.fake.SampleData;

/** The finished plug-in in the running program. */
@WithWorkstation
class RecordCardsWorkstationTest {

    private static final String ID = "org.waystation.samples.exporter";
    private static final String NAME = "Record cards (CSV)";

    @Test
    void anOpenTicketIsWrittenToAFile(Workstation workstation, @TempDir Path folder) throws IOException {
        workstation.plugins().install(PluginBot.built());
        workstation.open(new RecordRef(EntityKind.TICKET, SampleData.ticket(1)));
        new TicketBot(workstation.screen()).awaitOpen();
        workstation.plugins().run("org.waystation.shell.export");
        new MenuBot(workstation.screen()).choose(NAME);
        Path file = folder.resolve("ticket.csv");
        workstation.hands().chooseFile(NAME, file);
        workstation.screen().await(Locator.id("waystation.balloon").and("contains", "Written to " + folder));
        ScreenPicture.take(workstation, "exporter");
        try (Stream<Path> written = Files.list(folder)) {
            assertEquals(List.of(file), written.toList());
        }
        assertEquals("ticket," + SampleData.ticket(1) + "\n", Files.readString(file));
        PluginBot.Removal removal = workstation.plugins().remove(ID);
        assertTrue(removal.clean(), removal.toString());
    }
}
