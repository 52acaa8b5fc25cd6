package org.waystation.api.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waystation.api.domain.Note;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.Problem.FieldError;

/** What a form may hold. Screens check by these rules as one types, services check again, and so does the server. */
public final class EditRules {

    public Optional<FieldError> subject(String subject) {
        if (subject.isBlank()) {
            return error("subject", "required", "A ticket needs a subject.");
        }
        return tooLong("subject", "subject", subject, Ticket.SUBJECT_MAX);
    }

    public Optional<FieldError> noteBody(String body) {
        if (body.isBlank()) {
            return error("body", "required", "Write something first.");
        }
        return tooLong("body", "note", body, Note.BODY_MAX);
    }

    public Optional<FieldError> minutes(long minutes) {
        return minutes >= 1 && minutes <= TimeEntry.MINUTES_MAX
                ? Optional.empty()
                : error("minutes", "range", "Book between 1 minute and 24 hours.");
    }

    public Optional<FieldError> comment(String comment) {
        return tooLong("comment", "comment", comment, TimeEntry.COMMENT_MAX);
    }

    /** Throws where any of the checks found something. */
    @SafeVarargs
    public final void require(Optional<FieldError>... checks) {
        List<FieldError> errors = new ArrayList<>();
        for (Optional<FieldError> check : checks) {
            check.ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidEditException(new Problem("validation_failed", "Some fields are not valid.", "", errors));
        }
    }

    private static Optional<FieldError> tooLong(String field, String name, String text, int max) {
        int length = text.codePointCount(0, text.length());
        return length <= max
                ? Optional.empty()
                : error(
                        field,
                        "too_long",
                        "The " + name + " may have at most " + max + " characters; this has " + length + ".");
    }

    private static Optional<FieldError> error(String field, String code, String detail) {
        return Optional.of(new FieldError(field, code, detail));
    }
}
