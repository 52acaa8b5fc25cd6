package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.waystation.shell.internal.notify.NotificationCenter;

/** Empties the event log. */
public final class ClearEventLog {

    @CanExecute
    boolean canExecute(NotificationCenter center) {
        return !center.entries().isEmpty();
    }

    @Execute
    void execute(NotificationCenter center) {
        center.clear();
    }
}
