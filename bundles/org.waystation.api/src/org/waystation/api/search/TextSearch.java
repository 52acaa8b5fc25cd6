package org.waystation.api.search;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Ranked full-text search over all that is held here: tickets, notes, time entries, articles, assets with their serial
 * numbers, companies, sites, contacts, users. It works offline; its index is encrypted and follows changes in the
 * background.
 */
@ProviderType
public interface TextSearch {

    /**
     * Searches on the caller's thread, which must not be the UI thread.
     *
     * @param cancelled asked now and then; once true, what was found so far is given
     * @throws java.io.UncheckedIOException where the index cannot be read
     */
    TextHits search(TextQuery query, BooleanSupplier cancelled);

    /**
     * Searches in the background; the answer comes once.
     *
     * @param deliverOn where the answer is given, such as the UI thread
     * @param answer not called after the search was closed
     * @return ends the search, for when more was typed
     */
    AutoCloseable search(TextQuery query, Executor deliverOn, Consumer<TextHits> answer);

    /** How far the index is. */
    Progress progress();

    /**
     * How far the index is.
     *
     * @param waiting records whose texts are not yet found
     */
    record Progress(long indexed, long waiting) {}
}
