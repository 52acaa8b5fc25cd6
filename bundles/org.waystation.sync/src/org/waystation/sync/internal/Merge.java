package org.waystation.sync.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Problem;

/** What becomes of an operation whose record somebody else has changed since. */
sealed interface Merge {

    /** Both changes go together: the operation is sent again on top of the record as it now is. */
    record Rebased(Operation operation, EntityRecord onto) implements Merge {}

    /** The server already has all that the operation wanted. */
    record AlreadyThere(UUID operationId, EntityRecord current) implements Merge {}

    /** It wanted the record gone, and gone it is. */
    record AlreadyGone(UUID operationId) implements Merge {}

    /** A person has to decide; {@code problem} names fields, base, mine and theirs. */
    record Clash(UUID operationId, Problem problem, Optional<EntityRecord> theirs) implements Merge {}

    /** One field that both sides changed to different values. */
    record FieldClash(
            String field,
            @Nullable Object base,
            @Nullable Object mine,
            @Nullable Object theirs) {}

    /** Code of a problem that waits for a person's decision. */
    String CONFLICT = org.waystation.api.sync.Conflict.CODE;

    static Problem problem(String title, List<FieldClash> clashes) {
        List<Problem.FieldError> errors = clashes.stream()
                .map(clash -> new Problem.FieldError(
                        clash.field(),
                        CONFLICT,
                        "it was " + shown(clash.base()) + ", here it became " + shown(clash.mine())
                                + ", on the server it became " + shown(clash.theirs())))
                .toList();
        return new Problem(CONFLICT, title, "Keep yours or take theirs.", errors);
    }

    private static String shown(@Nullable Object value) {
        if (value == null || value.equals("")) {
            return "empty";
        }
        String text = String.valueOf(value);
        return "“" + (text.length() <= 200 ? text : text.substring(0, 199) + "…") + "”";
    }
}
