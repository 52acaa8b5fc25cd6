package org.waystation.backend.rt.ui.internal;

import java.util.UUID;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.extensions.Service;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Opens the connection to Request Tracker; there is one of it. */
public final class ShowConnection {

    /** No kind of record, so that no server ever sends one. */
    static final RecordRef REF = new RecordRef(new EntityKind("requestTracker"), new UUID(0, 1));

    @Execute
    void execute(@Service RecordNavigator navigator) {
        navigator.open(REF);
    }
}
