package org.waystation.api.domain;

import java.util.List;

/** How one asset stands to another. */
public record AssetRelationType(String code) implements Term {

    public static final AssetRelationType RUNS_ON = new AssetRelationType("runs_on");
    public static final AssetRelationType CONNECTS_TO = new AssetRelationType("connects_to");
    public static final AssetRelationType USED_BY = new AssetRelationType("used_by");
    public static final AssetRelationType DEPENDS_ON = new AssetRelationType("depends_on");
    public static final AssetRelationType PART_OF = new AssetRelationType("part_of");
    public static final AssetRelationType BACKED_UP_BY = new AssetRelationType("backed_up_by");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<AssetRelationType> KNOWN =
            List.of(RUNS_ON, CONNECTS_TO, USED_BY, DEPENDS_ON, PART_OF, BACKED_UP_BY);
}
