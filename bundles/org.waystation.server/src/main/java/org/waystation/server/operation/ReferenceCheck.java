package org.waystation.server.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waystation.api.record.EntityKind;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.FieldProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.StoredRecord;

/** Holds references against what exists: the right kind, not deleted, and never of another company. */
final class ReferenceCheck {

    /** A reference of a record. */
    private record Place(String field, FieldType.Pointer pointer) {}

    /** The ids that a record refers to. */
    static List<UUID> ids(KindDefinition kind, ObjectNode data) {
        return places(kind, data).map(place -> place.pointer().id()).distinct().toList();
    }

    private static Stream<Place> places(KindDefinition kind, ObjectNode data) {
        return kind.fields().values().stream()
                .filter(field -> data.hasNonNull(field.name()))
                .flatMap(field -> field.type().pointers(data.get(field.name())).stream()
                        .map(pointer -> new Place(field.name(), pointer)));
    }

    /**
     * @param before the record as it was; what its lists already held may have gone since and is left alone
     * @param companyId the company that the record belongs to
     * @param found the live records it refers to
     * @throws ProblemException that names every reference that is wrong
     */
    void check(
            KindDefinition kind,
            Optional<ObjectNode> before,
            ObjectNode data,
            Optional<UUID> companyId,
            Map<UUID, StoredRecord> found) {
        List<FieldProblem> missing = new ArrayList<>();
        List<FieldProblem> foreign = new ArrayList<>();
        List<Place> inLists = before.stream()
                .flatMap(earlier -> places(kind, earlier))
                .filter(place -> !place.pointer().path().isEmpty())
                .toList();
        for (Place place : places(kind, data).toList()) {
            FieldType.Pointer pointer = place.pointer();
            StoredRecord target = found.get(pointer.id());
            String name = place.field() + pointer.path();
            if (target == null || !pointer.targets().contains(target.kind())) {
                boolean old = inLists.stream()
                        .anyMatch(earlier -> earlier.field().equals(place.field())
                                && earlier.pointer().id().equals(pointer.id()));
                if (!old) {
                    missing.add(new FieldProblem(name, "missing", "there is no such " + words(pointer.targets())));
                }
            } else if (target.companyId().isPresent() && !target.companyId().equals(companyId)) {
                foreign.add(new FieldProblem(name, "wrong_company", "belongs to another company"));
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(ApiProblem.ofFields(ProblemCode.REFERENCE_MISSING, missing));
        }
        if (!foreign.isEmpty()) {
            throw new ProblemException(ApiProblem.ofFields(ProblemCode.VALIDATION_FAILED, foreign));
        }
    }

    private static String words(List<EntityKind> kinds) {
        return kinds.stream().map(EntityKind::code).collect(Collectors.joining(" or "));
    }
}
