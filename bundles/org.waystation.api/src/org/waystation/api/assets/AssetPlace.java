package org.waystation.api.assets;

import java.util.Optional;
import java.util.UUID;

/**
 * A company's site, or what of it stands at none, with the number of assets there.
 *
 * @param companyId empty for assets of no company
 * @param siteId empty for those at no site
 */
public record AssetPlace(
        Optional<UUID> companyId, String companyName, Optional<UUID> siteId, String siteName, int assets) {}
