package org.waystation.api.domain;

import java.util.List;

/** How time was spent. */
public record WorkType(String code) implements Term {

    public static final WorkType REMOTE = new WorkType("remote");
    public static final WorkType ON_SITE = new WorkType("on_site");
    public static final WorkType TRAVEL = new WorkType("travel");
    public static final WorkType PHONE = new WorkType("phone");
    public static final WorkType MAINTENANCE = new WorkType("maintenance");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<WorkType> KNOWN = List.of(REMOTE, ON_SITE, TRAVEL, PHONE, MAINTENANCE);
}
