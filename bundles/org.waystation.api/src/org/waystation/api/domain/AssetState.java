package org.waystation.api.domain;

import java.util.List;

/** Where an asset is in its life. */
public record AssetState(String code) implements Term {

    public static final AssetState PLANNED = new AssetState("planned");
    public static final AssetState IN_USE = new AssetState("in_use");
    public static final AssetState IN_STOCK = new AssetState("in_stock");
    public static final AssetState IN_REPAIR = new AssetState("in_repair");
    public static final AssetState RETIRED = new AssetState("retired");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<AssetState> KNOWN = List.of(PLANNED, IN_USE, IN_STOCK, IN_REPAIR, RETIRED);
}
