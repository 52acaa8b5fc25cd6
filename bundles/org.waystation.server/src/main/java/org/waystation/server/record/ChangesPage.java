package org.waystation.server.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * One page of the feed.
 *
 * @param next where the next page begins
 * @param more whether another page waits
 * @param brought what did not change and belongs to tickets that may have come into the selection
 */
public record ChangesPage(Cursor next, boolean more, List<Change> changes, List<Change> brought) {

    public ChangesPage {
        changes = List.copyOf(changes);
        brought = List.copyOf(brought);
    }

    /** As on the wire. */
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = Json.mapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("epoch", next.epoch().toString());
            json.writeStringField("cursor", next.encode());
            json.writeBooleanField("more", more);
            write(json, "changes", changes);
            if (!brought.isEmpty()) {
                write(json, "brought", brought);
            }
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, String name, List<Change> changes) throws IOException {
        json.writeArrayFieldStart(name);
        for (Change change : changes) {
            change.write(json);
        }
        json.writeEndArray();
    }
}
