package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Digest;
import org.waystation.api.sync.Digests;

/** Reads count and hash of each kind. */
final class DigestsReader {

    private static final int HEXADECIMAL = 16;

    private final Map<EntityKind, Digest> kinds = new HashMap<>();
    private String cursor = "";

    private DigestsReader() {}

    static Digests read(JsonInput input) throws IOException {
        DigestsReader reader = new DigestsReader();
        input.object(field -> reader.take(field, input));
        if (reader.cursor.isEmpty()) {
            throw new MalformedAnswerException("The digests have no cursor.");
        }
        return new Digests(reader.cursor, reader.kinds);
    }

    private void take(String field, JsonInput input) throws IOException {
        switch (field) {
            case "cursor" -> cursor = input.text();
            case "kinds" -> input.object(kind -> kinds.put(kind(kind), digest(input)));
            default -> input.skip();
        }
    }

    private static Digest digest(JsonInput input) throws IOException {
        long[] values = {0, 0};
        input.object(field -> {
            switch (field) {
                case "count" -> values[0] = input.number();
                case "hash" -> values[1] = hash(input.text());
                default -> input.skip();
            }
        });
        return new Digest(values[0], values[1]);
    }

    private static long hash(String text) throws MalformedAnswerException {
        try {
            return Long.parseUnsignedLong(text, HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw new MalformedAnswerException("The digests have a hash that is none.", e);
        }
    }

    private static EntityKind kind(String code) throws MalformedAnswerException {
        try {
            return new EntityKind(code);
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswerException("The digests have a kind that is none.", e);
        }
    }
}
