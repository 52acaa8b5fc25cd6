package org.waystation.sync.ui.internal;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what a screen listens to. */
public final class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    public static void quietly(List<AutoCloseable> listening) {
        for (AutoCloseable each : listening) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.warn("A screen that is gone is still told of changes.", e);
            }
        }
    }
}
