package org.waystation.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Processes;

/** The real server in a process of its own, with a data folder that outlives it, and plain HTTP to read back from it. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(6);

    /** The port of RFC 863, where nobody listens nowadays. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Installation installation;
    private final Path folder;
    private final List<String> options;
    private Process process;

    /**
     * @param folder holds the server's data, its ready file and its log
     * @param options of the {@code serve} command, such as {@code --sample small}
     */
    ServerProcess(Installation installation, Path folder, String... options) {
        this.installation = installation;
        this.folder = folder;
        this.options = List.of(options);
    }

    Path readyFile() {
        return folder.resolve("ready.json");
    }

    /**
     * Starts it and returns when it answers.
     *
     * @param more options for this time only
     */
    ServerProcess start(String... more) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(readyFile());
        List<String> command = new ArrayList<>(List.of(
                Installation.java().toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                installation.serverLib().resolve("*").toString(),
                "org.waystation.server.Main",
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--ready-file",
                readyFile().toString(),
                "--exit-with-parent"));
        command.addAll(options);
        command.addAll(List.of(more));
        Path log = folder.resolve("server.log");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Awaitility.await("server ready, see " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .failFast("server ended, see " + log, () -> !process.isAlive())
                .until(() -> Files.exists(readyFile()));
        return this;
    }

    /** Where it answers. */
    URI address() throws IOException {
        return URI.create(json.readTree(readyFile().toFile()).path("url").asText());
    }

    /** Runs one of the server's commands beside it, on its data; gives what the command said. */
    String command(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Installation.java().toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                installation.serverLib().resolve("*").toString(),
                "org.waystation.server.Main"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said);
        }
        return said;
    }

    /** Stops it in good order; its data stays. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        if (!Processes.ended(process, Duration.ofMinutes(1))) {
            throw new IllegalStateException("The server did not stop within a minute of SIGTERM");
        }
    }

    /** Leads workstations to where nobody answers, as a line that is cut does; {@link #get} and what follows find it still. */
    void hide() throws IOException {
        Files.copy(readyFile(), hidden(), StandardCopyOption.REPLACE_EXISTING);
        ObjectNode nowhere = ((ObjectNode) json.readTree(hidden().toFile())).put("url", NOWHERE);
        Path written = folder.resolve("nowhere.json");
        Files.write(written, json.writeValueAsBytes(nowhere));
        Files.move(written, readyFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Workstations find it again. */
    void show() throws IOException {
        Files.move(hidden(), readyFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path hidden() {
        return folder.resolve("hidden.json");
    }

    /** Every record of a collection, such as {@code tickets?limit=50}, read by plain HTTP. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder());
    }

    /** The result of one operation, sent by plain HTTP past the program. */
    JsonNode operate(JsonNode operation) throws IOException, InterruptedException {
        String body = json.writeValueAsString(
                json.createObjectNode().set("operations", json.createArrayNode().add(operation)));
        return send(
                        "operations",
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                .at("/results/0");
    }

    private JsonNode send(String path, HttpRequest.Builder unaddressed) throws IOException, InterruptedException {
        Path way = Files.exists(hidden()) ? hidden() : readyFile();
        JsonNode ready = json.readTree(way.toFile());
        HttpRequest request = unaddressed
                .uri(URI.create(ready.path("url").asText() + "/v1/" + path))
                .header("Authorization", "Bearer " + ready.path("token").asText())
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }

    /** How many notes of the ticket with this number say exactly this. */
    long notes(int ticketNumber, String body) throws IOException, InterruptedException {
        String id = get("tickets?number=" + ticketNumber)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        long found = 0;
        for (JsonNode note : get("tickets/" + id + "/notes").path("items")) {
            found += note.at("/data/body").asText().equals(body) ? 1 : 0;
        }
        return found;
    }

    @Override
    public void close() {
        if (process != null) {
            stop();
        }
    }
}
