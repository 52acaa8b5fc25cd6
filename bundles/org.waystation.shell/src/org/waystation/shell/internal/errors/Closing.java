package org.waystation.shell.internal.errors;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Closing what declares any exception but throws none that somebody could act upon. */
public final class Closing {

    private static final Logger LOG = System.getLogger(Closing.class.getName());

    private Closing() {}

    /** Closes; a failure is logged. */
    public static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "Closing failed", e);
        }
    }
}
