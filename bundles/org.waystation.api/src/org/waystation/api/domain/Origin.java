package org.waystation.api.domain;

import java.util.List;

/** Whether the work was waited for or sought: the share of proactive work is what managed services are measured by. */
public record Origin(String code) implements Term {

    public static final Origin REACTIVE = new Origin("reactive");
    public static final Origin PROACTIVE = new Origin("proactive");

    /** The words this program knows, in the order in which they are offered. */
    public static final List<Origin> KNOWN = List.of(REACTIVE, PROACTIVE);
}
