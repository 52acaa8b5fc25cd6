package org.waystation.api.live;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rows of a query while they are on screen. Every method returns at once and is to be called on the thread the
 * list was opened for (the UI thread); rows come from a window that is loaded in the background.
 *
 * @param <T> one row
 */
@ProviderType
public interface LiveList<T> extends AutoCloseable {

    /** How many rows there are; -1 until the first answer. */
    int size();

    /** The row at a position, or null while it is being loaded; its arrival is reported as a change. */
    @Nullable
    T get(int index);

    /** Where a record stands now, or -1 where the query does not hold it. */
    CompletionStage<Integer> indexOf(UUID id);

    /** Calls the listener on the opening thread after rows or size have changed. */
    void onChange(Runnable listener);

    /** What went wrong with the last load, in words for the technician; null when nothing did. */
    @Nullable
    String failure();

    @Override
    void close();
}
