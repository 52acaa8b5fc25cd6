package org.waystation.api.sync;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.RecordActions;
import org.waystation.api.sync.Problem.FieldError;

/**
 * One field's change, with the value it had, so that two people's changes can be merged field by field.
 *
 * @param field name on the wire
 * @param oldValue what the author saw; null where the field was missing
 * @param newValue what it shall be; null removes it
 */
public record FieldChange(
        String field, @Nullable Object oldValue, @Nullable Object newValue) {

    public boolean changesAnything() {
        return !Objects.equals(oldValue, newValue);
    }

    /**
     * What the system behind a record has no place for, so that it is refused before it is sent.
     *
     * @param actions what was said with the record
     * @param changes of its fields
     * @return an error for each field that nothing is kept of, or not this value; empty where all is kept
     */
    public static List<FieldError> unkept(RecordActions actions, List<FieldChange> changes) {
        return changes.stream()
                .filter(change -> !actions.mayChange(change.field())
                        || !actions.mayChange(change.field() + ":" + change.newValue()))
                .map(change -> new FieldError(
                        change.field(), "not_kept", "The server keeps nothing of the kind for this record."))
                .toList();
    }
}
