package org.waystation.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waystation.api.record.EntityRecord;

/** What stands in for the remote system of a running program: what it holds, whether it answers, what it was sent. */
public final class RemoteBot {

    private final ObjectMapper json = new ObjectMapper();
    private final Screen screen;

    RemoteBot(Screen screen) {
        this.screen = screen;
    }

    /** Somebody else makes or changes a record; the program hears of it. */
    public void put(EntityRecord record) {
        ask(Map.of("do", "put", "kind", record.kind().code(), "id", record.id().toString(), "data", record.data()));
    }

    /** Whether the remote system can be reached. */
    public void reachable(boolean reachable) {
        ask(Map.of("do", "reachable", "reachable", reachable));
    }

    /** What was sent so far, one line an operation: its type, kind and changed fields. */
    public List<String> received() {
        List<String> operations = new ArrayList<>();
        ask(Map.of("do", "received")).forEach(each -> operations.add(each.asText()));
        return operations;
    }

    private JsonNode ask(Map<String, ?> question) {
        try {
            return json.readTree(screen.ask(Screen.question("service")
                            .put("name", "remote")
                            .put("question", json.writeValueAsString(question)))
                    .asText());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
