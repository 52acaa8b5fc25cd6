package org.waystation.api.domain;

import java.util.List;

/** What became of an alert. */
public record AlertState(String code) implements Term {

    public static final AlertState OPEN = new AlertState("open");
    public static final AlertState ACKNOWLEDGED = new AlertState("acknowledged");
    public static final AlertState RESOLVED = new AlertState("resolved");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<AlertState> KNOWN = List.of(OPEN, ACKNOWLEDGED, RESOLVED);
}
