package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.frame.SyncWatch;

/** Asks for a sync now. */
public final class SyncNow {

    @Execute
    void execute(SyncWatch sync) {
        sync.syncNow();
    }
}
