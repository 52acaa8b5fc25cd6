package org.waystation.server.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;

/** Writes records into a sink and counts them. Made for millions: nothing is kept of what was written. */
final class RecordMaker {

    /** Writes the fields of one record. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static final class Buffer extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }
    }

    private final SampleSink sink;
    private final JsonFactory factory = new JsonFactory();
    private final Buffer buffer = new Buffer();
    private final Map<EntityKind, Long> counts = new HashMap<>();

    RecordMaker(SampleSink sink) {
        this.sink = sink;
    }

    void make(EntityKind kind, UUID id, Optional<UUID> companyId, Body body) {
        buffer.reset();
        try (JsonGenerator json = factory.createGenerator(buffer)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written.", e);
        }
        counts.merge(kind, 1L, Long::sum);
        sink.accept(kind, id, companyId, buffer.bytes(), buffer.size());
    }

    Map<EntityKind, Long> counts() {
        return counts;
    }
}
