package org.waystation.api.work;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Runs long work off the UI thread: named, shown in the status bar, cancellable. */
@ProviderType
public interface WorkService {

    /**
     * Starts work.
     *
     * @param owner who wants it, such as a bundle's name; work is attributed to it
     * @param title what is shown while it runs
     * @return completes with the result, exceptionally with what was thrown, or cancelled
     */
    <T> CompletionStage<T> start(String owner, String title, WorkBody<T> body);

    /** The work itself. */
    @FunctionalInterface
    interface WorkBody<T> {
        T run(WorkProgress progress) throws Exception;
    }
}
