package org.waystation.sync.ui.internal.center;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.profile.OfflineLease;
import org.waystation.api.sync.PendingChanges;
import org.waystation.api.sync.SyncControl;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncService;
import org.waystation.api.sync.SyncStatus;
import org.waystation.shell.edit.Closing;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/** The tool window about sync. */
public final class SyncPart {

    private final SyncCenter center;
    private final SyncService sync;
    private final SyncControl control;
    private final PendingChanges changes;
    private final Executor ui;
    private long reports = -1;
    private List<AutoCloseable> listening = List.of();

    @Inject
    public SyncPart(
            Composite parent,
            Look look,
            UISynchronize synchronize,
            @Service RecordNavigator navigator,
            @Service SyncService sync,
            @Service SyncControl control,
            @Service PendingChanges changes,
            @Service OfflineLease lease) {
        this.sync = sync;
        this.control = control;
        this.changes = changes;
        this.ui = synchronize::asyncExec;
        RelativeTime times = new RelativeTime(Clock.systemDefaultZone());
        this.center = new SyncCenter(parent, look, times, new CenterActions(sync, control, navigator), lease);
    }

    @PostConstruct
    void start() {
        listening = List.of(
                sync.listen(ui, status -> {
                    center.show(status);
                    if (status.state() == SyncStatus.State.UP_TO_DATE) {
                        measure();
                    }
                }),
                control.follow(ui, this::follow),
                changes.follow(ui, center::show));
        measure();
    }

    private void follow(SyncFacts facts) {
        center.show(facts);
        if (facts.reports() != reports) {
            reports = facts.reports();
            control.reports().thenAcceptAsync(center::showReports, ui);
        }
    }

    private void measure() {
        changes.held().thenAcceptAsync(center::show, ui);
    }

    @Focus
    void focus() {
        center.setFocus();
    }

    @PreDestroy
    void stop() {
        Closing.quietly(listening);
    }
}
