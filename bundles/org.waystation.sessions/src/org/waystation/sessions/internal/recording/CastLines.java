package org.waystation.sessions.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.waystation.api.session.Recording.Event;
import org.waystation.api.session.Recording.Output;
import org.waystation.api.session.Recording.Resized;
import org.waystation.api.session.TerminalSize;

/** The lines of an asciicast v2 (docs.asciinema.org/manual/asciicast/v2): a header, then one event a line. */
final class CastLines {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int VERSION = 2;
    private static final double SECOND = 1000;

    String header(TerminalSize size, Instant startedAt, String title) throws IOException {
        ObjectNode node = MAPPER.createObjectNode()
                .put("version", VERSION)
                .put("width", size.columns())
                .put("height", size.rows())
                .put("timestamp", startedAt.getEpochSecond())
                .put("title", title);
        return MAPPER.writeValueAsString(node) + "\n";
    }

    String event(Event event) throws IOException {
        String data = switch (event) {
            case Output output -> "\"o\", " + MAPPER.writeValueAsString(output.text());
            case Resized resized ->
                "\"r\", \"" + resized.size().columns() + "x" + resized.size().rows() + "\"";
        };
        return String.format(Locale.ROOT, "[%.3f, ", event.at() / SECOND) + data + "]\n";
    }

    TerminalSize size(String header) throws IOException {
        JsonNode node = MAPPER.readTree(header);
        if (node.path("version").asInt() != VERSION) {
            throw new IOException("The recording is of version " + node.path("version") + ", not " + VERSION + ".");
        }
        return new TerminalSize(node.path("width").asInt(), node.path("height").asInt());
    }

    /** Empty for kinds of events that are not shown. */
    Optional<Event> event(String line) throws IOException {
        JsonNode node = MAPPER.readTree(line);
        long at = Math.round(node.path(0).asDouble() * SECOND);
        String data = node.path(2).asText();
        return switch (node.path(1).asText()) {
            case "o" -> Optional.of(new Output(at, data));
            case "r" -> {
                String[] sides = data.split("x", 2);
                yield Optional.of(
                        new Resized(at, new TerminalSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]))));
            }
            default -> Optional.empty();
        };
    }
}
