package org.waystation.companies.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.Problem;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Allowed;
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.OperationMaker;

/** Checks edits of companies, contacts and sites and makes operations of them; called one after the other. */
@Component(service = CompanyEdits.class)
public final class CompanyEdits {

    private static final Set<EntityKind> ADDED = Set.of(EntityKind.CONTACT, EntityKind.SITE);
    private static final Set<EntityKind> CHANGED = Set.of(EntityKind.COMPANY, EntityKind.CONTACT, EntityKind.SITE);

    private final Records records;
    private final Outbox outbox;
    private final Earlier earlier;
    private final Allowed allowed;
    private final OperationMaker make = new OperationMaker();
    private final CompanyRules rules = new CompanyRules();

    @Activate
    public CompanyEdits(
            @Reference Records records,
            @Reference Outbox outbox,
            @Reference Earlier earlier,
            @Reference Allowed allowed) {
        this.records = records;
        this.outbox = outbox;
        this.earlier = earlier;
        this.allowed = allowed;
    }

    boolean takes(EntityKind kind) {
        return allowed.mayMake(kind);
    }

    UUID add(UUID company, EntityKind kind, Map<String, @Nullable Object> fields) throws StoreException {
        if (!ADDED.contains(kind)) {
            throw new IllegalArgumentException("Neither a contact nor a site: " + kind);
        }
        refuseUnlessTaken(kind);
        Map<String, @Nullable Object> tidy = tidy(fields);
        tidy.putIfAbsent("name", null);
        refuse(rules.check(kind, tidy));
        List<FieldChange> changes = new ArrayList<>(List.of(new FieldChange("companyId", null, company.toString())));
        tidy.forEach((field, value) -> {
            if (value != null) {
                changes.add(new FieldChange(field, null, value));
            }
        });
        List<UUID> dependsOn = earlier.on(new RecordRef(EntityKind.COMPANY, company), Set.of());
        Operation operation = make.creation(kind, changes, dependsOn);
        outbox.commit(List.of(operation));
        return operation.entityId();
    }

    /** What is already so is no change. */
    void change(RecordRef ref, Map<String, @Nullable Object> fields) throws StoreException {
        if (!CHANGED.contains(ref.kind())) {
            throw new IllegalArgumentException("Neither a company nor a contact nor a site: " + ref.kind());
        }
        refuseUnlessTaken(ref.kind());
        EntityRecord record = records.find(ref).orElseThrow(CompanyEdits::gone);
        List<FieldChange> different = tidy(fields).entrySet().stream()
                .map(field -> new FieldChange(field.getKey(), record.data().get(field.getKey()), field.getValue()))
                .filter(FieldChange::changesAnything)
                .toList();
        if (different.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        different.forEach(change -> values.put(change.field(), change.newValue()));
        refuse(rules.check(ref.kind(), values));
        Set<String> touched = different.stream().map(FieldChange::field).collect(Collectors.toSet());
        outbox.commit(List.of(make.update(record, different, earlier.on(ref, touched))));
    }

    private static Map<String, @Nullable Object> tidy(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> tidy = new LinkedHashMap<>();
        fields.forEach((field, value) -> tidy.put(field, CompanyRules.tidy().apply(value)));
        return tidy;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidEditException(new Problem("validation_failed", "Some fields are not valid.", "", errors));
        }
    }

    private void refuseUnlessTaken(EntityKind kind) {
        if (!takes(kind)) {
            String sentence = "The server takes no companies, contacts and sites from here.";
            throw new InvalidEditException(
                    new Problem("not_kept", sentence, "", List.of(new FieldError("name", "not_kept", sentence))));
        }
    }

    private static InvalidEditException gone() {
        String sentence = "This is not held here any more.";
        return new InvalidEditException(
                new Problem("not_found", sentence, "", List.of(new FieldError("id", "not_found", sentence))));
    }
}
