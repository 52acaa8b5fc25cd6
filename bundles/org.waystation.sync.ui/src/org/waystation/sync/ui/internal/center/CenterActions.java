package org.waystation.sync.ui.internal.center;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.sync.PendingChange;
import org.waystation.api.sync.SyncControl;
import org.waystation.api.sync.SyncService;
import org.waystation.sync.ui.internal.ParkedChanges;
import org.waystation.sync.ui.internal.scope.ScopeEditor;

/** What can be done from the tool window; the outbox tells what became of it. */
final class CenterActions {

    private static final Logger LOG = LoggerFactory.getLogger(CenterActions.class);

    private final SyncService sync;
    private final SyncControl control;
    private final RecordNavigator navigator;

    CenterActions(SyncService sync, SyncControl control, RecordNavigator navigator) {
        this.sync = sync;
        this.control = control;
        this.navigator = navigator;
    }

    void syncNow() {
        sync.syncNow();
    }

    void pause() {
        control.pause();
    }

    void resume() {
        control.resume();
    }

    void checkNow() {
        control.checkNow();
    }

    void changeScope() {
        navigator.open(ScopeEditor.REF);
    }

    /** Shows the record that the change is about. */
    void open(PendingChange change) {
        navigator.open(change.shownAt());
    }

    /** Shows both sides, or the fields to be put right. */
    void edit(PendingChange change) {
        navigator.open(ParkedChanges.ref(id(change)));
    }

    void retry(PendingChange change) {
        sync.retry(id(change)).exceptionally(CenterActions::failed);
    }

    void discard(PendingChange change) {
        sync.discard(id(change)).exceptionally(CenterActions::failed);
    }

    private static Void failed(Throwable failure) {
        LOG.error("The outbox could not be changed; the change stays as it is.", failure);
        throw new IllegalStateException(failure);
    }

    private static UUID id(PendingChange change) {
        return change.pending().operation().id();
    }
}
