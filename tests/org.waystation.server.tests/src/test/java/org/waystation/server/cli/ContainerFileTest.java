package org.waystation.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.server.Main;
import org.waystation.server.record.Json;

/** What the container starts is a command of this server, and its notes say what it wants. */
class ContainerFileTest {

    private static final Path FILE =
            Path.of("..", "..", "releng", "org.waystation.server.distribution", "deploy", "Containerfile");

    @Test
    void itsEntryPointIsACommandOfThisServer() throws Exception {
        List<String> words = new ArrayList<>();
        Json.mapper().readTree(value("ENTRYPOINT ")).forEach(word -> words.add(word.asText()));
        int main = words.indexOf(Main.class.getName());
        assertTrue(main > 0, words::toString);
        assertEquals("serve", words.get(main + 1));
        List<String> options = words.subList(main + 2, words.size());
        assertThrows(UsageException.class, () -> ServeOptions.parse(options), "open to all and not encrypted");
        List<String> withTls = new ArrayList<>(options);
        withTls.addAll(List.of("--tls-cert", "/tls/cert.pem", "--tls-key", "/tls/key.pem"));
        ServeOptions.parse(withTls);
        assertEquals(value("EXPOSE "), words.get(words.indexOf("--port") + 1));
        assertTrue(words.get(words.indexOf("--data") + 1).startsWith(value("VOLUME ")));
    }

    private static String value(String instruction) throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith(instruction))
                .findFirst()
                .orElseThrow()
                .substring(instruction.length());
    }
}
