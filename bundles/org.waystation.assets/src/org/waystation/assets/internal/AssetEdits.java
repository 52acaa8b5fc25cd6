package org.waystation.assets.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetChange;
import org.waystation.api.assets.AssetRules;
import org.waystation.api.domain.AssetState;
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

/** Checks edits of assets and makes operations of them; called one after the other, in the background. */
@Component(service = AssetEdits.class)
public final class AssetEdits {

    private final Records records;
    private final Outbox outbox;
    private final Earlier earlier;
    private final Allowed allowed;
    private final OperationMaker make = new OperationMaker();
    private final AssetRules rules = new AssetRules();

    @Activate
    public AssetEdits(
            @Reference Records records,
            @Reference Outbox outbox,
            @Reference Earlier earlier,
            @Reference Allowed allowed) {
        this.records = records;
        this.outbox = outbox;
        this.earlier = earlier;
        this.allowed = allowed;
    }

    /** What was kept: the ids of what was made, and what would undo the changes. */
    record Kept(List<UUID> made, List<AssetChange> undo) {}

    List<UUID> create(List<Map<String, @Nullable Object>> assets) throws StoreException {
        return keep(assets, List.of()).made();
    }

    List<AssetChange> change(List<AssetChange> changes) throws StoreException {
        return keep(List.of(), changes).undo();
    }

    /** Makes some and changes others in one transaction: all or none. */
    Kept keep(List<Map<String, @Nullable Object>> assets, List<AssetChange> changes) throws StoreException {
        List<Operation> operations = new ArrayList<>(creations(assets));
        List<UUID> made = operations.stream().map(Operation::entityId).toList();
        List<AssetChange> undo = changes(changes, operations);
        if (!operations.isEmpty()) {
            outbox.commit(operations);
        }
        return new Kept(made, undo);
    }

    private List<Operation> creations(List<Map<String, @Nullable Object>> assets) {
        List<Operation> operations = new ArrayList<>();
        for (Map<String, @Nullable Object> asset : assets) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>(asset);
            fields.putIfAbsent("state", AssetState.IN_USE.code());
            refuse(rules.checkNew(fields));
            List<FieldChange> changes = fields.entrySet().stream()
                    .filter(field -> field.getValue() != null)
                    .map(field -> new FieldChange(field.getKey(), null, field.getValue()))
                    .toList();
            operations.add(make.creation(EntityKind.ASSET, changes, List.of()));
        }
        return operations;
    }

    /** What is already so is no change; a value that a newer server gave is not judged as long as it stays. */
    private List<AssetChange> changes(List<AssetChange> changes, List<Operation> operations) throws StoreException {
        List<AssetChange> undo = new ArrayList<>();
        for (AssetChange change : changes) {
            EntityRecord record = asset(change.assetId());
            requireMayUpdate(record);
            List<FieldChange> different = change.fields().entrySet().stream()
                    .map(field -> new FieldChange(field.getKey(), record.data().get(field.getKey()), field.getValue()))
                    .filter(FieldChange::changesAnything)
                    .toList();
            if (!different.isEmpty()) {
                refuse(FieldChange.unkept(record.actions(), different));
                refuse(rules.check(newValues(different)));
                operations.add(make.update(
                        record,
                        different,
                        earlier.on(
                                record.ref(),
                                different.stream().map(FieldChange::field).collect(Collectors.toSet()))));
                undo.add(new AssetChange(record.id(), oldValues(different)));
            }
        }
        return undo;
    }

    private static Map<String, @Nullable Object> newValues(List<FieldChange> changes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        changes.forEach(change -> values.put(change.field(), change.newValue()));
        return values;
    }

    private static Map<String, @Nullable Object> oldValues(List<FieldChange> changes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        changes.forEach(change -> values.put(change.field(), change.oldValue()));
        return values;
    }

    private static void requireMayUpdate(EntityRecord record) {
        if (!record.actions().mayUpdate()) {
            String reason = "Your role does not let you change this asset. Ask somebody who leads.";
            throw new InvalidEditException(
                    new Problem("forbidden", reason, "", List.of(new FieldError("id", "forbidden", reason))));
        }
    }

    private EntityRecord asset(UUID id) throws StoreException {
        return records.find(new RecordRef(EntityKind.ASSET, id))
                .map(allowed::on)
                .orElseThrow(() -> new InvalidEditException(new Problem(
                        "not_found",
                        "This asset is not held here any more.",
                        "",
                        List.of(new FieldError("id", "not_found", "This asset is not held here any more.")))));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidEditException(new Problem("validation_failed", "Some fields are not valid.", "", errors));
        }
    }
}
