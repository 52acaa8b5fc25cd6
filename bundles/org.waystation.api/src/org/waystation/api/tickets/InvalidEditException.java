package org.waystation.api.tickets;

import org.waystation.api.sync.Problem;

/** A value was refused before it was kept; the problem names the field. */
public final class InvalidEditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public InvalidEditException(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
