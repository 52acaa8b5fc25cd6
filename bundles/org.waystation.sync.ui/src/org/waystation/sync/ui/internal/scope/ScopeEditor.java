package org.waystation.sync.ui.internal.scope;

import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** The editor of what is taken along, as a thing that is opened; there is one of it. */
public final class ScopeEditor {

    /** No kind of record, so that no server ever sends one. */
    public static final RecordRef REF = new RecordRef(new EntityKind("syncScope"), new UUID(0, 1));

    private ScopeEditor() {}
}
