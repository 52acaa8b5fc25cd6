package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;
import org.waystation.api.record.RecordRef;

/** Collects the fields of a record's envelope, or of a tombstone, in whatever order they come. */
final class Envelope {

    private @Nullable String kind;
    private @Nullable UUID id;
    private long version;
    private long sequence;
    private boolean deleted;
    private boolean left;
    private @Nullable Map<String, @Nullable Object> data;
    private RecordActions actions = RecordActions.UNKNOWN;

    /** Reads the envelope that begins here. */
    static Envelope read(JsonInput input) throws IOException {
        Envelope envelope = new Envelope();
        input.object(field -> {
            if (!envelope.take(field, input)) {
                input.skip();
            }
        });
        return envelope;
    }

    /** Takes the value of one field; false where it is none of an envelope's. */
    boolean take(String field, JsonInput input) throws IOException {
        switch (field) {
            case "kind" -> kind = input.text();
            case "id" -> id = input.uuid();
            case "version" -> version = input.number();
            case "seq" -> sequence = input.number();
            case "deleted" -> deleted = input.flag();
            case "left" -> left = input.flag();
            case "data" -> data = input.map();
            case "actions" -> actions = RecordActions.of(input.texts());
            default -> {
                return false;
            }
        }
        return true;
    }

    boolean isTombstone() {
        return deleted;
    }

    /** Whether the record is not in the scope any more. */
    boolean hasLeft() {
        return left;
    }

    RecordRef ref() throws MalformedAnswerException {
        if (kind == null || id == null) {
            throw new MalformedAnswerException("The server's answer has a record without kind or id.");
        }
        try {
            return new RecordRef(new EntityKind(kind), id);
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswerException("The server's answer has a record of a kind that is none.", e);
        }
    }

    EntityRecord record() throws MalformedAnswerException {
        RecordRef ref = ref();
        if (data == null || version < 1 || sequence < 1) {
            throw new MalformedAnswerException("The server's answer has a record without fields, version or sequence: "
                    + ref.kind() + " " + ref.id());
        }
        return new EntityRecord(ref.kind(), ref.id(), version, sequence, data, actions);
    }
}
