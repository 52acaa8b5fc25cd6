package org.waystation.server.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waystation.server.problem.FieldProblem;

/** Holds values against their declaration and names everything that is wrong, not only the first. */
public final class RecordValidator {

    /** Writes the changes that fit into {@code data} and returns what is wrong with the others; null removes a field. */
    public List<FieldProblem> apply(KindDefinition kind, Map<String, JsonNode> changes, ObjectNode data) {
        List<FieldProblem> problems = new ArrayList<>();
        changes.forEach((name, value) -> {
            Optional<FieldDefinition> field = kind.field(name);
            if (field.isEmpty()) {
                problems.add(new FieldProblem(
                        name,
                        "unknown_field",
                        "is not a field of a " + kind.kind().code()));
            } else if (!field.get().keptByServer()) {
                applyOne(field.get(), value, data).ifPresent(problems::add);
            }
        });
        return problems;
    }

    private static Optional<FieldProblem> applyOne(FieldDefinition field, JsonNode value, ObjectNode data) {
        if (value.isNull()) {
            data.remove(field.name());
            return Optional.empty();
        }
        Optional<FieldType.Fault> fault = field.type().check(value);
        if (fault.isEmpty()) {
            data.set(field.name(), field.type().normal(value));
        }
        return fault.map(f -> new FieldProblem(field.name() + f.path(), f.code(), f.detail()));
    }

    /** The fields that a record of this kind must have and this one has not. */
    public List<FieldProblem> missing(KindDefinition kind, ObjectNode data) {
        return kind.fields().values().stream()
                .filter(field -> field.required() && !data.hasNonNull(field.name()))
                .map(field -> new FieldProblem(field.name(), "required", "is required"))
                .toList();
    }
}
