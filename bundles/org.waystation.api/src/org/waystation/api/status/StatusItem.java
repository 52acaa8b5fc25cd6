package org.waystation.api.status;

import org.osgi.annotation.versioning.ConsumerType;

/** An item of the status bar; published as a service. The shell paints it. */
@ConsumerType
public interface StatusItem {

    /** Names it among all, such as {@code com.acme.backup.status}. */
    String id();

    /** Where it stands, lowest first. */
    int order();

    /** What it says now; called on a worker thread, first when it comes and then after each change. */
    StatusText now();

    /**
     * Asks to be told of changes.
     *
     * @param changed to be called, on any thread, when {@link #now} would say something else
     * @return ends it
     */
    AutoCloseable listen(Runnable changed);

    /** It was clicked; called on the UI thread. */
    default void press() {}
}
