package org.waystation.server.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.server.kind.FieldDefinition;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.FieldProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.StoredRecord;

/** Holds references against what exists: the right kind, not deleted, and never of another company. */
final class ReferenceCheck {

    /** The ids that a record refers to. */
    static List<UUID> ids(KindDefinition kind, ObjectNode data) {
        return kind.references().stream()
                .filter(field -> data.hasNonNull(field.name()))
                .map(field -> UUID.fromString(data.get(field.name()).textValue()))
                .distinct()
                .toList();
    }

    /**
     * @param companyId the company that the record belongs to
     * @param found the live records it refers to
     * @throws ProblemException that names every reference that is wrong
     */
    void check(KindDefinition kind, ObjectNode data, Optional<UUID> companyId, Map<UUID, StoredRecord> found) {
        List<FieldProblem> missing = new ArrayList<>();
        List<FieldProblem> foreign = new ArrayList<>();
        for (FieldDefinition field : kind.references()) {
            if (field.type() instanceof FieldType.Reference reference && data.hasNonNull(field.name())) {
                StoredRecord target =
                        found.get(UUID.fromString(data.get(field.name()).textValue()));
                if (target == null || !target.kind().equals(reference.target())) {
                    missing.add(new FieldProblem(
                            field.name(),
                            "missing",
                            "there is no such " + reference.target().code()));
                } else if (target.companyId().isPresent() && !target.companyId().equals(companyId)) {
                    foreign.add(new FieldProblem(field.name(), "wrong_company", "belongs to another company"));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(ApiProblem.ofFields(ProblemCode.REFERENCE_MISSING, missing));
        }
        if (!foreign.isEmpty()) {
            throw new ProblemException(ApiProblem.ofFields(ProblemCode.VALIDATION_FAILED, foreign));
        }
    }
}
