package org.waystation.store.edit;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.Operation;
import org.waystation.api.sync.PendingOperation;
import org.waystation.store.Outbox;
import org.waystation.store.StoreException;

/** Finds what waits to be sent and a further edit of the same record builds on. */
@Component(service = Earlier.class)
public final class Earlier {

    private final Outbox outbox;

    @Activate
    public Earlier(@Reference Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Operations that have to be applied first: the one that makes the record, and those that change one of the fields,
     * without which the edit would say something else.
     */
    public List<UUID> on(RecordRef ref, Set<String> fields) throws StoreException {
        return outbox.pending(ref).stream()
                .map(PendingOperation::operation)
                .filter(operation -> operation.entityId().equals(ref.id()))
                .filter(operation -> operation.type() == Operation.Type.CREATE
                        || operation.changes().stream().anyMatch(change -> fields.contains(change.field())))
                .map(Operation::id)
                .toList();
    }
}
