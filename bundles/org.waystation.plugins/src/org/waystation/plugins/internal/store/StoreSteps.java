package org.waystation.plugins.internal.store;

import java.io.IOException;

/** Hears of each step of a change on disk; tests end the process there. */
@FunctionalInterface
public interface StoreSteps {

    /** In the order in which an installation takes them. */
    enum Step {
        CONTENT_WRITTEN,
        CONTENT_KEPT,
        STATE_HALF_WRITTEN,
        STATE_WRITTEN,
        SWEPT
    }

    void reached(Step step) throws IOException;
}
