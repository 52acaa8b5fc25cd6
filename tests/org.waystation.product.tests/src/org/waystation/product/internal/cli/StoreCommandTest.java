package org.waystation.product.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void whatIsNotUnderstoodIsSaidInOneLine() {
        assertEquals(2, run());
        assertEquals(2, run("check"));
        assertEquals(2, run("mend", "--profile", "x"));
        assertEquals(2, run("check", "--profile"));
        assertEquals(2, run("check", "--speed", "fast"));
        assertTrue(text().contains("'--speed'"), text());
    }

    @Test
    void aProfileThatIsNotThereIsNamedAndNothingIsMade() throws Exception {
        Path folder = Files.createTempDirectory("no-profile");
        Path missing = folder.resolve("profile");
        assertEquals(1, run("check", "--profile", missing.toString(), "--unlock", missing.toString()));
        assertTrue(text().contains(missing.toString()), text());
        assertTrue(Files.notExists(missing));
        Files.delete(folder);
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new StoreCommand(out, out).run(List.of(arguments));
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
