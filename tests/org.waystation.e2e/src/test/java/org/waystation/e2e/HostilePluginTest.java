package org.waystation.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Locator;
import org.waystation.testkit.TestProfile;
import org.waystation.testkit.TicketBot;
import org.waystation.testkit.WithWorkstation;
import org.waystation.testkit.Workstation;
import org.waystation.testkit.fake.SampleData;

/** Plug-ins that only the end of the process gets rid of: what holds after that. */
class HostilePluginTest {

    private static final String ID = "org.waystation.hostile";
    private static final RecordRef TICKET = new RecordRef(EntityKind.TICKET, SampleData.ticket(0));
    private static final String WRITTEN = "Written before the window stood still.";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private Installation installation;
    private TestProfile profile;

    @BeforeEach
    void acceptUnsigned() throws IOException {
        installation = Installation.fromProperties();
        profile = new TestProfile(folder.resolve("profile")).acceptUnsignedPlugins();
    }

    @Test
    void oneThatHoldsTheWindowForEverIsQuarantinedAtTheNextStartAndNothingTypedIsLost() throws IOException {
        try (Workstation workstation =
                start("-Dwaystation.hostile=busy:command", "-Dwaystation.hostile.seconds=3600")) {
            install(workstation);
            workstation.open(TICKET);
            new TicketBot(workstation.screen()).awaitOpen().note(WRITTEN).awaitText(WRITTEN);
            CompletableFuture.runAsync(() -> workstation.plugins().run(ID + ".act"));
            Path condemned = profile.folder().resolve("plugins/condemned.txt");
            Awaitility.await("the culprit is written down")
                    .atMost(PATIENCE)
                    .until(() -> Files.exists(condemned)
                            && Files.readString(condemned).startsWith(ID + "\t"));
            workstation.kill();
        }
        try (Workstation workstation = start("-Dwaystation.hostile=")) {
            workstation
                    .screen()
                    .waitFor(
                            "the plug-in is switched off",
                            () -> workstation.plugins().installed().stream()
                                    .anyMatch(plugin -> plugin.startsWith(ID + " QUARANTINED")));
            String plugin = workstation.plugins().installed().getFirst();
            assertTrue(plugin.contains("held the window"), plugin);
            workstation.open(TICKET);
            new TicketBot(workstation.screen()).awaitText(WRITTEN);
        }
    }

    @Test
    void oneThatDoesNotStopDoesNotKeepTheProgramFromEnding() throws IOException {
        try (Workstation workstation = start("-Dwaystation.hostile=hold:stop", "-Dwaystation.hostile.seconds=3600")) {
            install(workstation);
            CompletableFuture.runAsync(() -> workstation.plugins().run("org.waystation.shell.quit"));
            assertTrue(workstation.awaitExit(PATIENCE), "the program has ended");
        }
    }

    private void install(Workstation workstation) {
        workstation.plugins().install(installation.bundle(ID));
        assertEquals(List.of(ID + " ACTIVE"), workstation.plugins().installed());
    }

    private Workstation start(String... options) throws IOException {
        Workstation workstation = Workstation.start(
                installation,
                Workstation.Start.on(profile, WithWorkstation.Remote.SAMPLE).with(options));
        workstation.awaitReady();
        workstation.screen().await(Locator.id("waystation.window"));
        return workstation;
    }
}
