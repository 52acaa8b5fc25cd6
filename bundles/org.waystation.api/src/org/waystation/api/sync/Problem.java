package org.waystation.api.sync;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why something was refused (RFC 9457, problem details).
 *
 * @param code stable name of the kind of problem, such as {@code validation_failed}
 * @param title short sentence for people
 * @param detail what happened this time; may be empty
 * @param errors the fields that were wrong; may be empty
 */
public record Problem(String code, String title, String detail, List<FieldError> errors) {

    /** One field that was wrong and why. */
    public record FieldError(String field, String code, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    /** One line that names what was wrong, fields first. */
    public String sentence() {
        if (!errors.isEmpty()) {
            return errors.stream().map(e -> e.field() + ": " + e.detail()).collect(Collectors.joining("; "));
        }
        return detail.isEmpty() ? title : detail;
    }
}
