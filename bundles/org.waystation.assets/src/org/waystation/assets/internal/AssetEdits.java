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
import org.waystation.store.edit.Earlier;
import org.waystation.store.edit.OperationMaker;

/** Checks edits of assets and makes operations of them; called one after the other, in the background. */
@Component(service = AssetEdits.class)
public final class AssetEdits {

    private final Records records;
    private final Outbox outbox;
    private final Earlier earlier;
    private final OperationMaker make = new OperationMaker();
    private final AssetRules rules = new AssetRules();

    @Activate
    public AssetEdits(@Reference Records records, @Reference Outbox outbox, @Reference Earlier earlier) {
        this.records = records;
        this.outbox = outbox;
        this.earlier = earlier;
    }

    List<UUID> create(List<Map<String, @Nullable Object>> assets) throws StoreException {
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
        if (!operations.isEmpty()) {
            outbox.commit(operations);
        }
        return operations.stream().map(Operation::entityId).toList();
    }

    /** What is already so is no change; a value that a newer server gave is not judged as long as it stays. */
    List<AssetChange> change(List<AssetChange> changes) throws StoreException {
        List<Operation> operations = new ArrayList<>();
        List<AssetChange> undo = new ArrayList<>();
        for (AssetChange change : changes) {
            EntityRecord record = asset(change.assetId());
            List<FieldChange> different = change.fields().entrySet().stream()
                    .map(field -> new FieldChange(field.getKey(), record.data().get(field.getKey()), field.getValue()))
                    .filter(FieldChange::changesAnything)
                    .toList();
            if (!different.isEmpty()) {
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
        if (!operations.isEmpty()) {
            outbox.commit(operations);
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

    private EntityRecord asset(UUID id) throws StoreException {
        return records.find(new RecordRef(EntityKind.ASSET, id))
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
