package org.waystation.backend.rt.internal.map;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordActions;

/** A record while it is put together. Empty values are left out. */
final class Record {

    private final Map<String, @Nullable Object> data = new LinkedHashMap<>();

    Record text(String field, String value) {
        if (!value.isEmpty()) {
            data.put(field, value);
        }
        return this;
    }

    Record id(String field, Optional<UUID> id) {
        id.ifPresent(value -> data.put(field, value.toString()));
        return this;
    }

    Record time(String field, Optional<Instant> time) {
        time.ifPresent(value -> data.put(field, value.toString()));
        return this;
    }

    Record list(String field, List<?> values) {
        if (!values.isEmpty()) {
            data.put(field, values);
        }
        return this;
    }

    Record value(String field, Object value) {
        data.put(field, value);
        return this;
    }

    Record map(String field, Map<String, String> values) {
        if (!values.isEmpty()) {
            data.put(field, values);
        }
        return this;
    }

    EntityRecord as(EntityKind kind, UUID id, long version, long sequence, List<String> actions) {
        return new EntityRecord(kind, id, Math.max(1, version), sequence, data, RecordActions.of(actions));
    }
}
