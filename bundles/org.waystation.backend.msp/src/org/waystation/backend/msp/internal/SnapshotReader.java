package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.SnapshotEnd;
import org.waystation.api.sync.SnapshotSink;

/** Reads a snapshot, one JSON object a line (NDJSON), and hands each record on at once. */
final class SnapshotReader {

    /** Most bytes of one line. */
    static final long LINE_LIMIT = 16_000_000;

    private final SnapshotSink sink;
    private boolean begun;
    private long records;

    SnapshotReader(SnapshotSink sink) {
        this.sink = sink;
    }

    SnapshotEnd read(BodyStream body) throws IOException, BackendException {
        try (JsonInput input = new JsonInput(body)) {
            while (input.next()) {
                body.allowMore();
                Line line = Line.read(input);
                if (line.end != null) {
                    return finish(line.end, input);
                }
                pass(line);
            }
        }
        throw new MalformedAnswerException("The snapshot was cut off: its end is missing.");
    }

    private void pass(Line line) throws IOException, BackendException {
        if (line.begin != null) {
            begun = true;
            sink.begin(line.begin.epoch, line.begin.expected);
        } else if (!begun) {
            throw new MalformedAnswerException("The snapshot has no beginning.");
        } else if (line.mark != null) {
            sink.mark(line.mark);
        } else if (line.workable) {
            sink.workable();
        } else {
            sink.record(line.envelope.record());
            records++;
        }
    }

    private SnapshotEnd finish(SnapshotEnd end, JsonInput input) throws IOException {
        if (!begun || end.records() != records) {
            throw new MalformedAnswerException(
                    "The snapshot says that it has " + end.records() + " records, but " + records + " came.");
        }
        input.end();
        return end;
    }

    /** The line that a snapshot begins with. */
    private record Begin(String epoch, Map<EntityKind, Long> expected) {}

    /** One line: one of begin, mark, workable and end, or else a record. */
    private static final class Line {

        private @Nullable Begin begin;
        private @Nullable SnapshotEnd end;
        private @Nullable String mark;
        private boolean workable;
        private final Envelope envelope = new Envelope();

        static Line read(JsonInput input) throws IOException {
            Line line = new Line();
            input.object(field -> {
                switch (field) {
                    case "begin" -> line.begin = readBegin(input);
                    case "workable" -> line.workable = input.flag();
                    case "mark" -> line.mark = input.text();
                    case "end" -> line.end = readEnd(input);
                    default -> {
                        if (!line.envelope.take(field, input)) {
                            input.skip();
                        }
                    }
                }
            });
            return line;
        }

        private static Begin readBegin(JsonInput input) throws IOException {
            Map<String, @Nullable Object> fields = input.map();
            Map<EntityKind, Long> expected = new LinkedHashMap<>();
            if (fields.get("expected") instanceof Map<?, ?> counts) {
                for (Map.Entry<?, ?> entry : counts.entrySet()) {
                    if (entry.getValue() instanceof Number count) {
                        expected.put(kind(String.valueOf(entry.getKey())), count.longValue());
                    }
                }
            }
            return new Begin(text(fields, "epoch"), expected);
        }

        private static SnapshotEnd readEnd(JsonInput input) throws IOException {
            Map<String, @Nullable Object> fields = input.map();
            if (!(fields.get("records") instanceof Number count)) {
                throw new MalformedAnswerException("The snapshot's end does not say how many records came.");
            }
            return new SnapshotEnd(text(fields, "epoch"), text(fields, "cursor"), count.longValue());
        }

        private static EntityKind kind(String code) throws MalformedAnswerException {
            try {
                return new EntityKind(code);
            } catch (IllegalArgumentException e) {
                throw new MalformedAnswerException("The snapshot announces a kind that is none.", e);
            }
        }

        private static String text(Map<String, @Nullable Object> fields, String name) throws MalformedAnswerException {
            if (fields.get(name) instanceof String text && !text.isEmpty()) {
                return text;
            }
            throw new MalformedAnswerException("The snapshot does not say its " + name + ".");
        }
    }
}
