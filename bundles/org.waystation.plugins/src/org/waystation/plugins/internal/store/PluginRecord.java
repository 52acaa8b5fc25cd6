package org.waystation.plugins.internal.store;

import java.util.List;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.Publisher;

/**
 * One installed plug-in.
 *
 * @param contentHash SHA-256 of the package it came in
 * @param bundles the main bundle first
 * @param reason why it does not run; empty while it may
 */
public record PluginRecord(
        PluginDescription description,
        String contentHash,
        Publisher publisher,
        List<StoredBundle> bundles,
        Standing standing,
        String reason) {

    /** What was decided about it. */
    public enum Standing {
        ENABLED,
        DISABLED,
        QUARANTINED
    }

    /**
     * A bundle in the store.
     *
     * @param hash SHA-256 of the file, which is also its name in the store
     */
    public record StoredBundle(String hash, String symbolicName, String version) {}

    public PluginRecord {
        bundles = List.copyOf(bundles);
    }

    public String id() {
        return description.id();
    }

    public PluginRecord standing(Standing newStanding, String newReason) {
        return new PluginRecord(description, contentHash, publisher, bundles, newStanding, newReason);
    }
}
