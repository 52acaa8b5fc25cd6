package org.waystation.api.sync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
}
