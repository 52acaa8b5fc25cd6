package org.waystation.shell.edit;

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

    /** Closes all of them, one after the other; a failure is logged and keeps none of the others open. */
    public static void quietly(Iterable<? extends AutoCloseable> all) {
        all.forEach(Closing::quietly);
    }
}
