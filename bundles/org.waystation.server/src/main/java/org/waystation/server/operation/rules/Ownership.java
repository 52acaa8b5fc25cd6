package org.waystation.server.operation.rules;

import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;

/** What people wrote under their own name stays theirs. */
final class Ownership {

    private Ownership() {}

    static void require(EditContext edit, String field) {
        boolean own = edit.before()
                .flatMap(before -> before.reference(field))
                .filter(edit.caller().id()::equals)
                .isPresent();
        if (!own) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "It belongs to somebody else.");
        }
    }
}
