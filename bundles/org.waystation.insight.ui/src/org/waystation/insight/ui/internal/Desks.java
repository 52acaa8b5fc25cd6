package org.waystation.insight.ui.internal;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.UISynchronize;
import org.jspecify.annotations.Nullable;
import org.waystation.api.insight.InsightService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notifications;
import org.waystation.api.profile.SealedState;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/** Lays out what the insight screens work with, once there is an insight service. */
@Creatable
public final class Desks {

    private final Look look;
    private final Executor ui;
    private final Edits edits;
    private final Notifications notifications;
    private final RecordNavigator navigator;
    private final AtomicReference<@Nullable SealedState> sealed = new AtomicReference<>();
    private final RelativeTime times = new RelativeTime(Clock.systemDefaultZone());

    @Inject
    public Desks(
            Look look, UISynchronize sync, @Service Notifications notifications, @Service RecordNavigator navigator) {
        this.look = look;
        this.ui = sync::asyncExec;
        this.notifications = notifications;
        this.navigator = navigator;
        this.edits = new Edits("Insight", ui, notifications);
    }

    /** It comes with the profile, which may be later than the window. */
    @Inject
    void use(@Optional @Service @Nullable SealedState state) {
        sealed.set(state);
    }

    public Look look() {
        return look;
    }

    public Executor ui() {
        return ui;
    }

    public Desk with(InsightService insight) {
        return new Desk(
                look,
                insight,
                () -> java.util.Optional.ofNullable(sealed.get()),
                edits,
                notifications,
                navigator,
                times,
                ui);
    }
}
