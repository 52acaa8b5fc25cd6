package org.waystation.store.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;

/** Puts queued operations on top of the server's fields. */
final class LocalChanges {

    private LocalChanges() {}

    static Map<String, @Nullable Object> onTop(Map<String, @Nullable Object> server, List<Operation> operations) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(server);
        for (Operation operation : operations) {
            for (FieldChange change : operation.changes()) {
                if (change.newValue() == null) {
                    fields.remove(change.field());
                } else {
                    fields.put(change.field(), change.newValue());
                }
            }
        }
        return fields;
    }
}
