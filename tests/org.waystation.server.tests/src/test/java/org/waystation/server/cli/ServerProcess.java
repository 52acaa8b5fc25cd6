package org.waystation.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waystation.server.Api;
import org.waystation.server.Main;
import org.waystation.server.record.Json;

/** The server as a process of its own. */
final class ServerProcess implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;
    private static final long LOOK_MILLIS = 50;

    private final Process process;
    private final Path folder;
    private final Path ready;
    private final Path log;

    ServerProcess(Path folder, String... words) throws IOException {
        this.folder = folder;
        this.ready = folder.resolve("ready.json");
        this.log = folder.resolve("log-" + System.nanoTime() + ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    static ServerProcess serve(Path folder, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "serve",
                "--port",
                "0",
                "--sample",
                "small",
                "--data",
                folder.resolve("data").toString(),
                "--ready-file",
                folder.resolve("ready.json").toString()));
        words.addAll(List.of(more));
        return new ServerProcess(folder, words.toArray(String[]::new));
    }

    /** What the ready file says, once it is there. */
    JsonNode awaitReady() throws IOException {
        try {
            while (!Files.exists(ready)) {
                // Looks again soon, and at once where the process has ended.
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("The server ended: " + output());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
        return Json.parseStored(Files.readString(ready));
    }

    Api api() throws IOException {
        JsonNode file = awaitReady();
        return new Api(
                URI.create(file.get("url").textValue()),
                Optional.of(file.get("token").textValue()));
    }

    /** The process of its database. */
    ProcessHandle database() throws IOException {
        Path pid = folder.resolve("data").resolve("postgres").resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst()))
                .orElseThrow();
    }

    int awaitEnd() throws IOException {
        try {
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("The server does not end: " + output());
    }

    Process process() {
        return process;
    }

    Path ready() {
        return ready;
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            process.destroy();
            awaitEnd();
        }
    }
}
