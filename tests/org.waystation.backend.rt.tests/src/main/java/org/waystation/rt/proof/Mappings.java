package org.waystation.rt.proof;

import java.util.List;
import java.util.Map;
import org.waystation.backend.rt.RtMapping;
import org.waystation.backend.rt.RtMapping.Company;
import org.waystation.backend.rt.RtMapping.CompanyBy;

/** The mapping for the server that tests start. */
final class Mappings {

    static RtMapping usual() {
        return new RtMapping(
                RtMapping.MARKER,
                CompanyBy.DOMAIN,
                "",
                List.of(
                        new Company("Acme", List.of("acme.test"), List.of(), "bob@acme.test", "Full care", "managed"),
                        new Company("Globex", List.of("globex.test"), List.of(), "carol@globex.test", "", "")),
                List.of(
                        new RtMapping.Queue("General", "incident", "reactive"),
                        new RtMapping.Queue("Maintenance", "maintenance", "proactive")),
                "General",
                "",
                Map.of(
                        "new", "new",
                        "open", "in_progress",
                        "stalled", "waiting_customer",
                        "resolved", "resolved",
                        "rejected", "closed"),
                Map.of(
                        "new", "new",
                        "in_progress", "open",
                        "waiting_customer", "stalled",
                        "resolved", "resolved",
                        "closed", "rejected"),
                Map.of("p1", 100, "p2", 75, "p3", 50, "p4", 0),
                List.of(new RtMapping.Catalog("General assets", "laptop")),
                "General assets",
                Map.of("new", "in_stock", "allocated", "planned", "in-use", "in_use", "recycled", "retired"),
                Map.of("in_stock", "new", "planned", "allocated", "in_use", "in-use", "retired", "recycled"),
                Map.of("serial", "Serial"),
                "Content",
                "General");
    }

    private Mappings() {}
}
