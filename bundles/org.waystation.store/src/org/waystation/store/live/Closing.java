package org.waystation.store.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Ends a subscription. */
final class Closing {

    private static final Logger LOG = System.getLogger(Closing.class.getName());

    private Closing() {}

    /** Ends it; a failure is written to the log, since nobody could do anything about it. */
    static void quietly(@Nullable AutoCloseable subscription) {
        if (subscription == null) {
            return;
        }
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "A subscription did not end cleanly.", e);
        }
    }
}
