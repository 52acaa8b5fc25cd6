package org.waystation.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.waystation.server.record.Json;

/** The real server in a process of its own, with sample data; it ends with us, however we end. */
final class ServerProcess implements AutoCloseable {

    /** Where the server's jars are. */
    static final String LIBRARY = "waystation.server.lib";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final JsonNode ready;

    private ServerProcess(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    /** @param options further ones of the server */
    static ServerProcess start(Path folder, String sample, String... options) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path readyFile = folder.resolve("ready.json");
        String library = System.getProperty(LIBRARY);
        if (library == null) {
            throw new IOException("Where the server is has to be said with -D" + LIBRARY + "=FOLDER.");
        }
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                library + "/*",
                "org.waystation.server.Main",
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--sample",
                sample,
                "--seed",
                "42",
                "--ready-file",
                readyFile.toString(),
                "--exit-with-parent"));
        words.addAll(List.of(options));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        long began = System.nanoTime();
        while (!Files.exists(readyFile)) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() - began > PATIENCE.toNanos()) {
                process.destroy();
                throw new IOException("The server did not start: " + Files.readString(folder.resolve("log")));
            }
        }
        return new ServerProcess(process, Json.mapper().readTree(Files.readString(readyFile)));
    }

    URI url() {
        return URI.create(ready.path("url").asText());
    }

    String token() {
        return ready.path("token").asText();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
