package org.waystation.testkit.fake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SnapshotSink;

/**
 * What a real remote system held, kept in a file of one JSON object a line (kind, id, version, sequence, data), so that
 * tests run against it without the system: {@code new FakeBackend(clock, Recording.read(file))}.
 */
public final class Recording {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Recording() {}

    /**
     * Records all that a remote system shows us.
     *
     * @return how many records were written
     */
    public static long write(Backend backend, Path file) throws IOException, BackendException {
        List<EntityRecord> records = new ArrayList<>();
        backend.snapshot(Set.of(), new SnapshotSink() {
            @Override
            public void begin(String epoch, Map<EntityKind, Long> expected) {
                records.clear();
            }

            @Override
            public void record(EntityRecord record) {
                records.add(record);
            }

            @Override
            public void workable() {
                // The order stays as it came; where work could begin is no part of a recording.
            }
        });
        try (Writer out = Files.newBufferedWriter(file)) {
            for (EntityRecord record : records) {
                out.write(line(record) + "\n");
            }
        }
        return records.size();
    }

    /** Reads a recording; a line that makes no sense is named. */
    public static List<EntityRecord> read(Path file) throws IOException {
        List<EntityRecord> records = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            try {
                records.add(record(line));
            } catch (IOException | IllegalArgumentException e) {
                throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        return records;
    }

    private static String line(EntityRecord record) throws IOException {
        ObjectNode node = JSON.createObjectNode()
                .put("kind", record.kind().code())
                .put("id", record.id().toString())
                .put("version", record.version())
                .put("sequence", record.sequence());
        node.set("data", JSON.valueToTree(record.data()));
        return JSON.writeValueAsString(node);
    }

    private static EntityRecord record(String line) throws IOException {
        var node = JSON.readTree(line);
        Map<String, @Nullable Object> data =
                JSON.convertValue(node.path("data"), new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
        return new EntityRecord(
                new EntityKind(node.path("kind").asText()),
                UUID.fromString(node.path("id").asText()),
                node.path("version").asLong(),
                node.path("sequence").asLong(),
                data);
    }
}
