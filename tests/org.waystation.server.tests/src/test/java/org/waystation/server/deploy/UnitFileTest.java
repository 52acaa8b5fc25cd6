package org.waystation.server.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.server.Api;
import org.waystation.server.record.Json;

/** The systemd unit's own command line, over a distribution that is put together as the assembly does it. */
@Timeout(180)
class UnitFileTest {

    private static final Path DISTRIBUTION = Path.of("..", "..", "releng", "org.waystation.server.distribution");
    private static final String PLACE = "/opt/waystation-server";
    private static final String STATE = "/var/lib/waystation-server";

    @TempDir
    Path folder;

    @Test
    void whatTheUnitStartsAnswersAndStopsWhenItIsTold() throws Exception {
        Path place = folder.resolve("opt");
        Files.createDirectories(place);
        Files.createSymbolicLink(
                place.resolve("lib"),
                Path.of("..", "..", "bundles", "org.waystation.server", "target", "lib")
                        .toRealPath());
        copy(DISTRIBUTION.resolve("launch").resolve("waystation-server"), place);
        copy(
                Path.of(
                        "..",
                        "..",
                        "features",
                        "org.waystation.workstation.feature",
                        "rootfiles",
                        "common",
                        "find-java.sh"),
                place);
        Path ready = folder.resolve("ready.json");
        List<String> words = new ArrayList<>();
        for (String word : value("ExecStart").split(" ")) {
            if (word.equals("$WAYSTATION_OPTIONS")) {
                words.addAll(List.of("--port", "0", "--ready-file", ready.toString()));
            } else {
                words.add(word.replace(PLACE, place.toString()).replace(STATE, folder.toString()));
            }
        }
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("WAYSTATION_JAVA_OPTIONS", "-Xmx1g");
        Process process = builder.start();
        try {
            while (!Files.exists(ready)) {
                assertTrue(!process.waitFor(100, TimeUnit.MILLISECONDS), this::log);
            }
            JsonNode told = Json.mapper().readTree(Files.readString(ready));
            new Api(URI.create(told.get("url").textValue()), Optional.empty())
                    .get("/health")
                    .expect(200);
        } finally {
            process.destroy();
        }
        assertTrue(process.waitFor(90, TimeUnit.SECONDS), "it takes longer to stop than the unit allows");
        assertEquals(value("SuccessExitStatus"), Integer.toString(process.exitValue()));
        assertEquals("-Xmx1g", value("Environment=WAYSTATION_JAVA_OPTIONS"));
    }

    private static void copy(Path file, Path into) throws IOException {
        Path target = into.resolve(file.getFileName());
        Files.copy(file, target);
        assertTrue(target.toFile().setExecutable(true));
    }

    private static String value(String name) throws IOException {
        return Files.readAllLines(DISTRIBUTION.resolve("deploy").resolve("waystation-server.service")).stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
