package org.waystation.server.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.sync.Operation;
import org.waystation.server.kind.FieldType;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.RecordValidator;
import org.waystation.server.operation.rules.EditContext;
import org.waystation.server.operation.rules.KindRules;
import org.waystation.server.operation.rules.RuleBook;
import org.waystation.server.problem.ApiProblem;
import org.waystation.server.problem.FieldProblem;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Json;
import org.waystation.server.record.Ledger;
import org.waystation.server.record.RecordWrite;
import org.waystation.server.record.StoredRecord;
import org.waystation.server.session.Caller;
import org.waystation.server.session.Rights;

/**
 * Applies one edit within a transaction. Locks are taken in one order, the record and then its parent, and everything is
 * written by the last statement.
 */
public final class EditApplier {

    private final RecordValidator validator = new RecordValidator();
    private final ReferenceCheck references = new ReferenceCheck();
    private final RuleBook ruleBook = new RuleBook();
    private final InstantSource clock;

    public EditApplier(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @return applied or in conflict; the transaction must be rolled back unless applied
     * @throws ProblemException if the edit is refused
     */
    public Outcome apply(Ledger ledger, Caller caller, Edit edit) throws SQLException {
        KindDefinition kind = edit.kind();
        if (!kind.writable().contains(edit.type())) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "Records of kind " + kind.kind() + " are not changed here.");
        }
        if (!new Rights(caller).allows(edit.type(), kind)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN,
                    "Your role, " + caller.role().code() + ", does not allow it. Ask somebody who leads.");
        }
        Optional<StoredRecord> found = ledger.hold(edit.entityId());
        if (edit.type() == Operation.Type.CREATE) {
            if (found.isPresent()) {
                throw new ProblemException(ProblemCode.ALREADY_EXISTS, "Its id is taken.");
            }
        } else {
            StoredRecord before = found.filter(record -> record.kind().equals(kind.kind()))
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.NOT_FOUND, "There is no " + kind.kind() + " with this id."));
            if (before.deleted()) {
                return new Outcome.Conflict(edit.id(), Optional.empty());
            }
            if (before.version() != edit.baseVersion()) {
                return new Outcome.Conflict(edit.id(), Optional.of(before));
            }
        }
        List<RecordWrite> writes = edit.type() == Operation.Type.DELETE
                ? delete(ledger, caller, edit, found.orElseThrow())
                : put(ledger, caller, edit, found);
        return new Outcome.Applied(edit.id(), ledger.write(writes).getFirst());
    }

    private List<RecordWrite> put(Ledger ledger, Caller caller, Edit edit, Optional<StoredRecord> before)
            throws SQLException {
        KindDefinition kind = edit.kind();
        KindRules rules = ruleBook.of(kind.kind());
        ObjectNode data = before.map(record -> record.data().deepCopy()).orElseGet(Json::object);
        List<FieldProblem> problems = new ArrayList<>(validator.apply(kind, edit.changes(), data));
        // Empty also where the field is wrong: then it is among the problems already.
        Optional<StoredRecord> parent = hold(ledger, kind.parent().flatMap(field -> id(data, field)));
        EditContext context = context(ledger, caller, edit, before, data, parent);
        rules.complete(context);
        problems.addAll(validator.missing(kind, data).stream()
                .filter(missing -> problems.stream().noneMatch(p -> p.field().equals(missing.field())))
                .toList());
        if (!problems.isEmpty()) {
            throw new ProblemException(ApiProblem.ofFields(ProblemCode.VALIDATION_FAILED, problems));
        }
        Optional<UUID> companyId = companyOf(kind, edit.entityId(), data, parent);
        EditContext complete = context.withReferences(referred(ledger, kind, data, parent));
        references.check(kind, before.map(StoredRecord::data), data, companyId, complete.references());
        rules.check(complete);
        List<RecordWrite> writes = new ArrayList<>();
        writes.add(before.map(record -> RecordWrite.edited(record, companyId, data))
                .orElseGet(() -> RecordWrite.created(kind.kind(), edit.entityId(), companyId, data)));
        rules.touchParent(complete).ifPresent(writes::add);
        writes.addAll(rules.alongside(complete));
        writes.addAll(movedParts(complete, kind.kind(), companyId));
        return writes;
    }

    private Map<UUID, StoredRecord> referred(
            Ledger ledger, KindDefinition kind, ObjectNode data, Optional<StoredRecord> parent) throws SQLException {
        List<UUID> others = ReferenceCheck.ids(kind, data).stream()
                .filter(id -> parent.filter(held -> held.id().equals(id)).isEmpty())
                .toList();
        Map<UUID, StoredRecord> found = new HashMap<>(ledger.share(others));
        parent.ifPresent(held -> found.put(held.id(), held));
        return found;
    }

    /** What changes its company takes its parts along, and must leave nothing behind that refers to it. */
    private List<RecordWrite> movedParts(EditContext edit, EntityKind kind, Optional<UUID> companyId)
            throws SQLException {
        boolean moves = edit.before()
                .filter(before -> !before.companyId().equals(companyId))
                .isPresent();
        if (!moves) {
            return List.of();
        }
        refuseIfReferred(edit.ledger(), kind, edit.id());
        // In the feed too: to those who see only one of the two companies, they come or go.
        return edit.ledger().holdParts(kind, edit.id()).stream()
                .map(part -> RecordWrite.moved(part, companyId))
                .toList();
    }

    private void refuseIfReferred(Ledger ledger, EntityKind kind, UUID id) throws SQLException {
        Optional<EntityKind> referrer = ledger.referrer(kind, id);
        if (referrer.isPresent()) {
            throw new ProblemException(
                    ProblemCode.STILL_REFERENCED, "At least one " + referrer.get() + " refers to it.");
        }
    }

    private List<RecordWrite> delete(Ledger ledger, Caller caller, Edit edit, StoredRecord before) throws SQLException {
        KindDefinition kind = edit.kind();
        ruleBook.of(kind.kind())
                .checkDelete(context(ledger, caller, edit, Optional.of(before), before.data(), Optional.empty()));
        refuseIfReferred(ledger, kind.kind(), before.id());
        List<RecordWrite> writes = new ArrayList<>();
        writes.add(RecordWrite.deleted(before));
        ledger.holdParts(kind.kind(), before.id()).forEach(part -> writes.add(RecordWrite.deleted(part)));
        return writes;
    }

    private Optional<StoredRecord> hold(Ledger ledger, Optional<UUID> parentId) throws SQLException {
        return parentId.isEmpty()
                ? Optional.empty()
                : ledger.hold(parentId.get()).filter(record -> !record.deleted());
    }

    /** A part belongs to its parent's company, a company to itself, the rest to the company it names. */
    private static Optional<UUID> companyOf(
            KindDefinition kind, UUID entityId, ObjectNode data, Optional<StoredRecord> parent) {
        if (kind.kind().equals(EntityKind.COMPANY)) {
            return Optional.of(entityId);
        }
        return kind.parent().isPresent() ? parent.flatMap(StoredRecord::companyId) : id(data, "companyId");
    }

    private static Optional<UUID> id(ObjectNode data, String field) {
        return Optional.ofNullable(data.get(field))
                .filter(value ->
                        new FieldType.Reference(EntityKind.COMPANY).check(value).isEmpty())
                .map(value -> UUID.fromString(value.textValue()));
    }

    private EditContext context(
            Ledger ledger,
            Caller caller,
            Edit edit,
            Optional<StoredRecord> before,
            ObjectNode data,
            Optional<StoredRecord> parent) {
        Instant now = clock.instant();
        // A clock that runs ahead must not make work that lies in the future.
        Instant performedAt = edit.performedAt().isBefore(now) ? edit.performedAt() : now;
        return new EditContext(ledger, caller, edit.entityId(), before, data, parent, Map.of(), performedAt, now);
    }
}
