package org.waystation.server.problem;

/**
 * One field that was wrong.
 *
 * @param field its name on the wire, or the name of a parameter
 * @param code stable name of what was wrong with it, such as {@code required}
 * @param detail for people, without the field's name and without the value that was sent
 */
public record FieldProblem(String field, String code, String detail) {

    /** The same problem of the field as part of something larger, such as {@code operations[3].}. */
    public FieldProblem within(String prefix) {
        return new FieldProblem(prefix + field, code, detail);
    }
}
