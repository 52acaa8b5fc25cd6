package org.waystation.samples.toolwindow;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.extensions.Service;
import org.waystation.api.notify.Notifications;

/** What the command does. */
public final class Greet {

    @Execute
    void greet(@Service Notifications notifications) {
        new Greeting(notifications).to("everybody");
    }
}
