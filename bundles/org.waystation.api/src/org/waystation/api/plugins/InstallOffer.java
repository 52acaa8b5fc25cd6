package org.waystation.api.plugins;

import java.util.Optional;
import java.util.Set;

/**
 * A package that was read and verified, and could be installed.
 *
 * @param contentHash SHA-256 of the very bytes that were verified and will be installed
 * @param replaces the version in use now; empty for a new plug-in
 * @param addedCapabilities those that the version in use does not have; all of them for a new plug-in
 * @param newPublisher whether installing pins this publisher for this plug-in
 */
public record InstallOffer(
        PluginDescription description,
        Publisher publisher,
        String contentHash,
        Optional<String> replaces,
        Set<Capability> addedCapabilities,
        boolean newPublisher) {

    public InstallOffer {
        addedCapabilities = Set.copyOf(addedCapabilities);
    }
}
