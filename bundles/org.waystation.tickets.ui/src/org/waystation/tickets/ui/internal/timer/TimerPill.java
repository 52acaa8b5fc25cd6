package org.waystation.tickets.ui.internal.timer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.tickets.ui.internal.Desks;
import org.waystation.tickets.ui.internal.Services;

/** Title bar: the ticket that time is counted for. Without any it takes no room. */
public final class TimerPill {

    private final Desks desks;
    private final RecordNavigator navigator;
    private @Nullable TimerControl control;
    private @Nullable Services services;

    @Inject
    public TimerPill(Desks desks, RecordNavigator navigator) {
        this.desks = desks;
        this.navigator = navigator;
    }

    @PostConstruct
    void create(Composite strip) {
        control = new TimerControl(strip, desks.look(), desks.ui(), navigator::open, desks.edits());
        connect();
    }

    /** They come with the profile, and so after the window. */
    @Inject
    void use(@Optional @Nullable Services newServices) {
        desks.onUi(() -> {
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
