package org.waystation.api.domain;

import java.util.List;

/** How bad an alert is. */
public record AlertSeverity(String code) implements Term {

    public static final AlertSeverity CRITICAL = new AlertSeverity("critical");
    public static final AlertSeverity WARNING = new AlertSeverity("warning");
    public static final AlertSeverity INFO = new AlertSeverity("info");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<AlertSeverity> KNOWN = List.of(CRITICAL, WARNING, INFO);
}
