package org.waystation.server.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why something was refused (RFC 9457, problem details).
 *
 * @param detail what happened this time; may be empty
 * @param errors the fields that were wrong; may be empty
 */
public record ApiProblem(ProblemCode code, String detail, List<FieldProblem> errors) {

    private static final String TYPE_PREFIX = "https://waystation.example/problems/";

    public ApiProblem {
        errors = List.copyOf(errors);
    }

    public static ApiProblem of(ProblemCode code, String detail) {
        return new ApiProblem(code, detail, List.of());
    }

    /** Some fields are wrong; the detail names them all. */
    public static ApiProblem ofFields(ProblemCode code, List<FieldProblem> errors) {
        String detail = errors.stream().map(e -> e.field() + ": " + e.detail()).collect(Collectors.joining("; "));
        return new ApiProblem(code, detail, errors);
    }

    /** URI that names the kind of problem. */
    public String type() {
        return TYPE_PREFIX + code.code();
    }
}
