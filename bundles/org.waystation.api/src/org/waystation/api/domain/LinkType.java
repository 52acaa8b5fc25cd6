package org.waystation.api.domain;

import java.util.List;

/** How one ticket stands to another. */
public record LinkType(String code) implements Term {

    public static final LinkType RELATES_TO = new LinkType("relates_to");
    public static final LinkType CAUSED_BY = new LinkType("caused_by");
    public static final LinkType BLOCKED_BY = new LinkType("blocked_by");
    public static final LinkType DUPLICATE_OF = new LinkType("duplicate_of");
    public static final LinkType FOLLOWS = new LinkType("follows");
    public static final LinkType PART_OF = new LinkType("part_of");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<LinkType> KNOWN =
            List.of(RELATES_TO, CAUSED_BY, BLOCKED_BY, DUPLICATE_OF, FOLLOWS, PART_OF);
}
