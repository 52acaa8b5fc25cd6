package org.waystation.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waystation.server.record.Json;

class SeedsTest {

    private static final int SEEDS = 200;
    /** A third of what the command line runs by itself, for the sake of time. */
    private static final int OPS = 100;

    private static final int KINDS_OF_FAULT = 24;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void quiet() {
        LogManager.getLogManager().reset(); // what goes wrong here goes wrong on purpose
    }

    @Test
    void twoHundredSeedsKeepEveryPromise() throws IOException {
        Path json = folder.resolve("summary.json");
        boolean kept = command(1, SEEDS, Plant.NONE, json).run();
        assertTrue(kept, () -> said.toString(StandardCharsets.UTF_8));
        var summary = Json.mapper().readTree(Files.readString(json));
        for (WireFault fault : WireFault.values()) {
            assertTrue(summary.path("happened").has("wire " + fault), () -> fault + " never happened");
        }
        for (Action action : Action.values()) {
            assertTrue(summary.path("happened").has(action.name()), () -> action + " never happened");
        }
        assertTrue(WireFault.values().length >= KINDS_OF_FAULT);
    }

    @Test
    void aSeedReplaysToTheLetter() throws IOException {
        Plan plan = Plan.of(7, 3, 300);
        World.Result one = new Simulation(Plant.NONE).run(plan);
        World.Result two = new Simulation(Plant.NONE).run(plan);
        assertEquals(one.trace(), two.trace());
        assertTrue(one.saved() > 0);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void findsWhatIsPlanted(Plant plant) throws IOException {
        boolean found = false;
        for (long seed = 1; seed <= SEEDS && !found; seed++) {
            found = !new Simulation(plant).run(Plan.of(seed, 3, OPS)).failures().isEmpty();
        }
        assertTrue(found, () -> plant + " was not found in " + SEEDS + " seeds");
    }

    @Test
    void aFailingSeedIsReplayedAndCutDown() throws IOException {
        Path json = folder.resolve("summary.json");
        long failing = 1;
        while (new Simulation(Plant.FORGETS_EDITS)
                .run(Plan.of(failing, 2, 60))
                .failures()
                .isEmpty()) {
            failing++;
        }
        SimulateCommand command = new SimulateCommand(
                new SimulateCommand.Options(failing, failing, 2, 60, Plant.FORGETS_EDITS, json, false),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertFalse(command.run());
        var failure =
                Json.mapper().readTree(Files.readString(json)).path("failures").path(0);
        assertTrue(failure.path("replayed").asBoolean());
        assertEquals("no acknowledged edit lost", failure.path("check").asText());
        assertTrue(failure.path("steps").asInt() < 20, () -> said.toString(StandardCharsets.UTF_8));
    }

    private SimulateCommand command(long first, long last, Plant plant, Path json) {
        return new SimulateCommand(
                new SimulateCommand.Options(first, last, 3, OPS, plant, json, false),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
