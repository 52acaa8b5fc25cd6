package org.waystation.api.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record as it travels and as it is stored. Fields that this program does not know are kept in
 * {@code data} and so survive a round trip.
 *
 * @param kind what it is
 * @param id made by whoever created the record, UUIDv7
 * @param version counts the server's changes to this record, from 1; 0 while only this machine has it
 * @param sequence place in the server's commit order; 0 while only this machine has it
 * @param data fields by name; values are String, Boolean, Number, List, Map or null as in JSON (RFC 8259)
 * @param actions what the person who is signed in may do with it
 */
public record EntityRecord(
        EntityKind kind,
        UUID id,
        long version,
        long sequence,
        Map<String, @Nullable Object> data,
        RecordActions actions) {

    public EntityRecord {
        if (version < 0 || sequence < 0) {
            throw new IllegalArgumentException("version and sequence are never negative: " + kind + " " + id);
        }
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Of which nobody said what may be done with it. */
    public EntityRecord(EntityKind kind, UUID id, long version, long sequence, Map<String, @Nullable Object> data) {
        this(kind, id, version, sequence, data, RecordActions.UNKNOWN);
    }

    public RecordRef ref() {
        return new RecordRef(kind, id);
    }

    public Fields fields() {
        return new Fields(kind.code(), data);
    }

    /** The same record with other fields. */
    public EntityRecord withData(Map<String, @Nullable Object> newData) {
        return new EntityRecord(kind, id, version, sequence, newData, actions);
    }
}
