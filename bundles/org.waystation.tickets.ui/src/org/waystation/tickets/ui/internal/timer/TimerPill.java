package org.waystation.tickets.ui.internal.timer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notifications;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.theme.Look;
import org.waystation.tickets.ui.internal.Services;

/**
 * Title bar: the ticket that time is counted for. Without any it takes no room. It takes nothing that is made for it by
 * injection: the title bar has no context of its own, so that would stay in the window's after the plug-in has gone.
 */
public final class TimerPill {

    private final Look look;
    private final Executor ui;
    private final Edits edits;
    private final RecordNavigator navigator;
    private @Nullable TimerControl control;
    private @Nullable Services services;

    @Inject
    public TimerPill(
            Look look, UISynchronize sync, @Service Notifications notifications, @Service RecordNavigator navigator) {
        this.look = look;
        this.ui = sync::asyncExec;
        this.edits = new Edits("Tickets", ui, notifications);
        this.navigator = navigator;
    }

    @PostConstruct
    void create(Composite strip) {
        control = new TimerControl(strip, look, ui, navigator::open, edits);
        connect();
    }

    /** They come with the profile, and so after the window. */
    @Inject
    void use(@Optional @Nullable Services newServices) {
        ui.execute(() -> {
            services = newServices;
            connect();
        });
    }

    private void connect() {
        if (control != null && !control.isDisposed() && services != null) {
            control.use(services.timer(), services.tickets());
        }
    }

    @PreDestroy
    void close() {
        if (control != null && !control.isDisposed()) {
            control.dispose();
        }
    }
}
