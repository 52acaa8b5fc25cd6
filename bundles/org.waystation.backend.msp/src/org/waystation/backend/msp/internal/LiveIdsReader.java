package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.Stamp;

/** Reads the ids of all records of a kind, one line each (NDJSON). */
final class LiveIdsReader {

    /** Most bytes of one line. */
    static final long LINE_LIMIT = 64_000;

    private final Map<UUID, Stamp> found = new HashMap<>();
    private boolean begun;
    private long count = -1;

    static Map<UUID, Stamp> read(BodyStream body) throws IOException {
        return new LiveIdsReader().all(body);
    }

    private Map<UUID, Stamp> all(BodyStream body) throws IOException {
        try (JsonInput input = new JsonInput(body)) {
            while (count < 0 && input.next()) {
                body.allowMore();
                if (input.isArray()) {
                    take(input);
                } else {
                    input.object(field -> takePart(field, input));
                }
            }
            if (!begun || count != found.size()) {
                throw new MalformedAnswerException("The list of ids was cut off.");
            }
            input.end();
            return found;
        }
    }

    private void takePart(String field, JsonInput input) throws IOException {
        switch (field) {
            case "begin" -> {
                begun = true;
                input.skip();
            }
            case "end" ->
                input.object(inner -> {
                    if (inner.equals("count")) {
                        count = input.number();
                    } else {
                        input.skip();
                    }
                });
            default -> input.skip();
        }
    }

    private void take(JsonInput input) throws IOException {
        Line line = new Line();
        input.array(() -> line.take(input));
        if (line.id == null || line.at < Line.VALUES) {
            throw new MalformedAnswerException("The list of ids has a line that is none.");
        }
        found.put(line.id, new Stamp(line.version, line.sequence));
    }

    /** Id, version and sequence; what a newer server adds behind them is passed over. */
    private static final class Line {

        private static final int VALUES = 3;

        private @Nullable UUID id;
        private long version;
        private long sequence;
        private int at;

        void take(JsonInput input) throws IOException {
            switch (at++) {
                case 0 -> id = input.uuid();
                case 1 -> version = input.number();
                case 2 -> sequence = input.number();
                default -> input.skip();
            }
        }
    }
}
