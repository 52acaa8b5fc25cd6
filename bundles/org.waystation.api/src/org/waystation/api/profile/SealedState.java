package org.waystation.api.profile;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a screen wants to find again after a restart or a crash, and what nobody else may read: a text that is being
 * written, a filter that names a customer. Kept encrypted with the profile's records; never sent to a server.
 *
 * <p>All calls return at once. They take effect in the order in which they were made, whatever thread they came from;
 * their stages end on a thread of the store, exceptionally where the disk or the profile do not take them.
 */
@ProviderType
public interface SealedState {

    /** Most characters of a value. */
    int VALUE_MAX = 1_000_000;

    /** The value last put under a key; empty where there is none. */
    CompletionStage<Optional<String>> get(String key);

    /**
     * Keeps a value under a key, in place of what was there. Once the stage has ended, not even a loss of power undoes
     * it. A value longer than {@link #VALUE_MAX} is refused: the stage ends with an {@link IllegalArgumentException}.
     *
     * @param key begins with the name of the bundle that it belongs to
     */
    CompletionStage<Void> put(String key, String value);

    /** Forgets a key; one that is not there is fine. */
    CompletionStage<Void> remove(String key);
}
