package org.waystation.tickets.ui.internal;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.widgets.Display;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notifications;
import org.waystation.shell.edit.Edits;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;

/** Lays out what the ticket screens work with, once there is a ticket service. */
@Creatable
public final class Desks {

    private final Look look;
    private final Executor ui;
    private final Edits edits;
    private final RecordNavigator navigator;
    private final RelativeTime times = new RelativeTime(Clock.systemDefaultZone());

    @Inject
    public Desks(
            Look look, UISynchronize sync, @Service Notifications notifications, @Service RecordNavigator navigator) {
        this.navigator = navigator;
        this.look = look;
        this.ui = sync::asyncExec;
        this.edits = new Edits("Tickets", ui, notifications);
    }

    public Look look() {
        return look;
    }

    public Edits edits() {
        return edits;
    }

    public RelativeTime times() {
        return times;
    }

    public Executor ui() {
        return ui;
    }

    /** Runs it now where this is the UI thread, else as soon as that is free. */
    public void onUi(Runnable work) {
        if (Display.getCurrent() != null) {
            work.run();
        } else {
            ui.execute(work);
        }
    }

    public Desk with(Services services) {
        return new Desk(look, services, edits, times, navigator::open, ui);
    }
}
