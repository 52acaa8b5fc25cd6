package org.waystation.api.domain;

import java.util.List;

/** How urgent a ticket is, P1 first. */
public record Priority(String code) implements Term {

    public static final Priority P1 = new Priority("p1");
    public static final Priority P2 = new Priority("p2");
    public static final Priority P3 = new Priority("p3");
    public static final Priority P4 = new Priority("p4");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<Priority> KNOWN = List.of(P1, P2, P3, P4);
}
