package org.waystation.api.assets;

import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Asset;

/**
 * One line of a list of assets.
 *
 * @param companyName empty where the company is not held here
 * @param siteName empty where it stands at no site, or at one not held here
 * @param unsynced whether a change to it waits to be sent
 */
public record AssetRow(Asset asset, String companyName, String siteName, boolean unsynced) {

    public UUID id() {
        return asset.id();
    }

    /** Maker and model as one says them. */
    public String make() {
        return (asset.manufacturer() + " " + asset.model()).strip();
    }

    public Optional<UUID> companyId() {
        return asset.companyId();
    }
}
