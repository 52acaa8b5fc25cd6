package org.waystation.product.internal;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.osgi.service.event.Event;

/** Says in the log when each stage of the start was reached. */
public final class StartStages {

    private static final Logger LOG = System.getLogger(StartStages.class.getName());

    @Inject
    public StartStages() {
        reached("the model of the window");
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
        reached("the window");
    }

    static void reached(String stage) {
        LOG.log(Level.INFO, "Start: {0} at {1}", stage, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
