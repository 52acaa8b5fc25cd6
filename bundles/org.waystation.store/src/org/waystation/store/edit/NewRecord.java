package org.waystation.store.edit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.sync.FieldChange;

/** The fields of a record about to be made, in their form on the wire. */
public final class NewRecord {

    private final List<FieldChange> fields = new ArrayList<>();

    public NewRecord set(String field, UUID value) {
        return put(field, value.toString());
    }

    public NewRecord set(String field, String value) {
        return put(field, value);
    }

    public NewRecord set(String field, long value) {
        return put(field, value);
    }

    public NewRecord set(String field, boolean value) {
        return put(field, value);
    }

    public NewRecord set(String field, Instant value) {
        return put(field, value.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    /** Leaves the field out where there is no value. */
    public NewRecord set(String field, Optional<UUID> value) {
        value.ifPresent(id -> put(field, id.toString()));
        return this;
    }

    private NewRecord put(String field, Object value) {
        fields.add(new FieldChange(field, null, value));
        return this;
    }

    public List<FieldChange> changes() {
        return List.copyOf(fields);
    }
}
