package org.waystation.sync.ui.internal;

import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Changes in the outbox as things that an editor opens. */
public final class ParkedChanges {

    /** Of the editor; no kind of record, so that no server ever sends one. */
    public static final EntityKind KIND = new EntityKind("pendingChange");

    private ParkedChanges() {}

    public static RecordRef ref(UUID operationId) {
        return new RecordRef(KIND, operationId);
    }
}
