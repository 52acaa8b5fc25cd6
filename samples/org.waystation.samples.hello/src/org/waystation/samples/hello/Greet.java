package org.waystation.samples.hello;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.extensions.Service;
import org.waystation.api.notify.Notifications;

/** What the command does. */
public final class Greet {

    @Execute
    void execute(@Service Notifications notifications) {
        new Greeting(notifications).to("everybody");
    }
}
