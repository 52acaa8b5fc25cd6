package org.waystation.backend.rt.internal.push;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change cannot be written as it is. */
final class NotKeptException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> fields;

    /** @param reason in words; null where the server just has no place for it */
    NotKeptException(@Nullable String reason, List<String> fields) {
        super(reason);
        this.fields = List.copyOf(fields);
    }

    List<String> fields() {
        return fields;
    }
}
