package org.waystation.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as they are typed: what they answer, and with which code they end. */
class CommandsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path program;

    @BeforeEach
    void aProgramWithTheApi() throws IOException {
        program = folder.resolve("program");
        PublishedJar.write(
                "org.waystation.api",
                Files.createDirectories(program.resolve("plugins")).resolve("api.jar"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new-plugin com.acme.Hello --kind search",
                "new-plugin com.acme.class --kind search",
                "new-plugin hello --kind search",
                "new-plugin org.waystation.mine --kind search",
                "new-plugin com.acme.hello --kind nothing",
                "new-plugin com.acme.hello",
                "new-plugin com.acme.hello --kind search --to @",
                "new-plugin com.acme.hello --kind search --nam x",
                "sdk remove",
                "sdk install --to @",
                "verify-plugin",
                "verify-plugin nothing.jar",
                "publish x.jar",
                "publish --repository @",
                "nothing"
            })
    void whatIsNotUnderstoodIsOneLineAndTwo(String words) throws IOException {
        Files.writeString(folder.resolve("full"), "");
        assertEquals(2, run(words.replace("@", folder.toString()).split(" ")));
        String said = err.toString(StandardCharsets.UTF_8);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.startsWith("waystation: "), said);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aRepositoryHoldsWhatWasPublishedAndRefusesWhatTheVerifierRefuses() throws IOException {
        Path repository = folder.resolve("repository");
        Path good = JavaJar.plugin("").write(folder.resolve("good.jar"));
        assertEquals(1, publish(repository, good), "unsigned");
        assertEquals(0, publish(repository, good, "--unsigned"));
        assertEquals(0, publish(repository, good, "--unsigned"), "the same again changes nothing");
        JsonNode index =
                new ObjectMapper().readTree(repository.resolve("index.json").toFile());
        assertEquals(1, index.path("plugins").size());
        JsonNode entry = index.path("plugins").get(0);
        assertEquals("com.acme.one", entry.path("id").asText());
        assertTrue(Files.exists(repository.resolve(entry.path("file").asText())));

        List<String> before = content(repository);
        Path bad = JavaJar.plugin("")
                .source("A", "class A { Object a = org.waystation.plugins.internal.pack.PackageLimits.USUAL; }")
                .write(folder.resolve("bad.jar"));
        assertEquals(1, publish(repository, bad, "--unsigned"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("internal to the program"));
        Path other = JavaJar.plugin("").source("B", "class B {}").write(folder.resolve("other.jar"));
        assertEquals(1, publish(repository, other, "--unsigned"), "same version, other content");
        assertEquals(before, content(repository), "nothing of a refused publication is there");
    }

    @Test
    void anIndexThatCannotBeReadIsLeftAlone() throws IOException {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Files.writeString(repository.resolve("index.json"), "{broken");
        Path good = JavaJar.plugin("").write(folder.resolve("good.jar"));
        assertEquals(1, publish(repository, good, "--unsigned"));
        assertEquals("{broken", Files.readString(repository.resolve("index.json")));
    }

    @Test
    void theVerdictIsForPeopleAndForPrograms() throws IOException {
        Path plugin = JavaJar.plugin("").without("Bundle-License").write(folder.resolve("plugin.jar"));
        assertEquals(0, run("verify-plugin", "--against", program.toString(), plugin.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("warning  licence"), out::toString);
        out.reset();
        assertEquals(0, run("verify-plugin", "--json", "--against", program.toString(), plugin.toString()));
        JsonNode verdict = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertFalse(verdict.path("refused").asBoolean());
        assertEquals("licence", verdict.path("findings").get(0).path("rule").asText());
        Path nothing = Files.writeString(folder.resolve("letter.jar"), "Dear plug-in,");
        assertEquals(1, run("verify-plugin", "--against", program.toString(), nothing.toString()));
    }

    private int publish(Path repository, Path plugin, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "publish", "--against", program.toString(), "--repository", repository.toString(), plugin.toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private static List<String> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.add(file.getFileName() + " " + Files.size(file));
            }
            return all;
        }
    }

    private int run(String... words) throws IOException {
        return new Main(new PrintStream(out, true), new PrintStream(err, true)).run(List.of(words));
    }
}
