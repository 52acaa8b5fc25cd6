package org.waystation.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.sync.Operation;
import org.waystation.server.kind.Ids;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.FieldProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;

/**
 * Reads a batch of operations. A batch that is not well formed is refused as a whole, with every fault named by its
 * place: it comes from a broken client, and there may be no id to answer for.
 */
public final class EditParser {

    private static final int MAX_OPERATIONS = 500;
    private static final int MAX_CHANGES = 200;
    private static final int MAX_DEPENDENCIES = 100;
    private static final int MAX_ERRORS = 50;

    /**
     * @throws ProblemException with all places that are wrong
     */
    public List<Edit> parse(JsonNode body) {
        JsonNode operations = body.path("operations");
        if (!operations.isArray()) {
            throw ProblemException.ofField("operations", "required", "must be a list of operations");
        }
        if (operations.size() > MAX_OPERATIONS) {
            throw ProblemException.ofField("operations", "too_many", "must be at most " + MAX_OPERATIONS);
        }
        List<FieldProblem> problems = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < operations.size() && problems.size() < MAX_ERRORS; i++) {
            One one = new One(operations.get(i));
            String place = "operations[" + i + "].";
            one.parse().ifPresent(edit -> {
                edits.add(edit);
                if (!ids.add(edit.id())) {
                    problems.add(
                            new FieldProblem(place + "id", "duplicate", "is the id of another operation of the batch"));
                }
            });
            one.problems.forEach(problem -> problems.add(problem.within(place)));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ApiProblem.ofFields(ProblemCode.VALIDATION_FAILED, problems));
        }
        return edits;
    }

    /** Reads one operation and collects what is wrong with it. */
    private static final class One {

        private final JsonNode node;
        private final List<FieldProblem> problems = new ArrayList<>();

        One(JsonNode node) {
            this.node = node;
        }

        Optional<Edit> parse() {
            Optional<UUID> id = id("id");
            Optional<Operation.Type> type = type();
            Optional<KindDefinition> kind = kind();
            Optional<UUID> entityId = id("entityId");
            long baseVersion = baseVersion();
            Map<String, JsonNode> changes = changes();
            List<UUID> dependsOn = dependsOn();
            Optional<Instant> performedAt = performedAt();
            if (type.filter(Operation.Type.CREATE::equals).isPresent() && baseVersion > 0) {
                wrong("baseVersion", "out_of_range", "must be 0 for a new record");
            }
            if (!problems.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Edit(
                    id.orElseThrow(),
                    type.orElseThrow(),
                    kind.orElseThrow(),
                    entityId.orElseThrow(),
                    baseVersion,
                    changes,
                    dependsOn,
                    performedAt.orElseThrow()));
        }

        private Optional<UUID> id(String field) {
            Optional<UUID> id = asId(node.path(field));
            if (id.isEmpty()) {
                wrong(field, "not_an_id", "must be a UUID in lower case");
            }
            return id;
        }

        private static Optional<UUID> asId(JsonNode value) {
            return value.isTextual() && Ids.isId(value.textValue())
                    ? Optional.of(UUID.fromString(value.textValue()))
                    : Optional.empty();
        }

        private Optional<Operation.Type> type() {
            for (Operation.Type type : Operation.Type.values()) {
                if (type.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(node.path("type").textValue())) {
                    return Optional.of(type);
                }
            }
            wrong("type", "unknown_value", "must be one of create, update, delete");
            return Optional.empty();
        }

        private Optional<KindDefinition> kind() {
            Optional<KindDefinition> kind =
                    Optional.ofNullable(node.path("kind").textValue()).flatMap(Kinds::find);
            if (kind.isEmpty()) {
                wrong("kind", "unknown_value", "must be a kind of record that this server keeps");
            }
            return kind;
        }

        private long baseVersion() {
            JsonNode value = node.path("baseVersion");
            if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
                wrong("baseVersion", "out_of_range", "must be a whole number from 0");
                return 0;
            }
            return value.longValue();
        }

        private Map<String, JsonNode> changes() {
            JsonNode list = node.path("changes");
            Map<String, JsonNode> changes = new LinkedHashMap<>();
            if (!list.isArray() || list.size() > MAX_CHANGES) {
                wrong("changes", "wrong_type", "must be a list of at most " + MAX_CHANGES + " changes");
                return changes;
            }
            for (int i = 0; i < list.size(); i++) {
                JsonNode field = list.get(i).path("field");
                if (!field.isTextual()
                        || field.textValue().isEmpty()
                        || field.textValue().length() > 100) {
                    wrong("changes[" + i + "].field", "required", "must be the name of a field");
                } else if (changes.containsKey(field.textValue())) {
                    wrong("changes[" + i + "].field", "duplicate", "is changed twice");
                } else {
                    JsonNode value = list.get(i).path("new");
                    changes.put(field.textValue(), value.isMissingNode() ? NullNode.getInstance() : value);
                }
            }
            return changes;
        }

        private List<UUID> dependsOn() {
            JsonNode list = node.path("dependsOn");
            List<UUID> ids = new ArrayList<>();
            if (list.isMissingNode() || list.isNull()) {
                return ids;
            }
            if (!list.isArray() || list.size() > MAX_DEPENDENCIES) {
                wrong("dependsOn", "wrong_type", "must be a list of at most " + MAX_DEPENDENCIES + " ids");
                return ids;
            }
            for (JsonNode element : list) {
                asId(element)
                        .ifPresentOrElse(
                                ids::add, () -> wrong("dependsOn", "not_an_id", "must hold UUIDs in lower case"));
            }
            return ids;
        }

        private Optional<Instant> performedAt() {
            try {
                return Optional.of(Instant.parse(node.path("performedAt").asText()));
            } catch (DateTimeException e) {
                wrong("performedAt", "not_an_instant", "must be a point in time such as 2026-11-22T18:30:00Z");
                return Optional.empty();
            }
        }

        private void wrong(String field, String code, String detail) {
            problems.add(new FieldProblem(field, code, detail));
        }
    }
}
