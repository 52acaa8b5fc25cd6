package org.waystation.api.assets;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New values for fields of one asset, in their form on the wire.
 *
 * @param fields by name; null takes the value away
 */
public record AssetChange(UUID assetId, Map<String, @Nullable Object> fields) {}
