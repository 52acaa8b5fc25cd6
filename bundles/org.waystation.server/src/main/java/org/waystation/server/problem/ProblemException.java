package org.waystation.server.problem;

import java.util.List;

/** A request, or a part of it, is refused; says why in words meant for the caller. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiProblem problem;

    public ProblemException(ApiProblem problem) {
        // An expected outcome, not a failure of the program: the stack says nothing and costs much.
        super(problem.code().code(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemCode code, String detail) {
        this(ApiProblem.of(code, detail));
    }

    /** One wrong field or parameter. */
    public static ProblemException ofField(String field, String code, String detail) {
        return new ProblemException(
                ApiProblem.ofFields(ProblemCode.VALIDATION_FAILED, List.of(new FieldProblem(field, code, detail))));
    }

    public ApiProblem problem() {
        return problem;
    }
}
