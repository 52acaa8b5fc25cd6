package org.waystation.sync.ui.internal.center;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waystation.api.sync.SyncReport;

/** What a sync did, as a sentence. */
final class ReportWords {

    private ReportWords() {}

    static String title(SyncReport report) {
        return switch (report.reason()) {
            case FIRST -> "First sync";
            case CHANGES -> "Changes exchanged";
            case ANEW -> "Fetched anew: the server's history is another one";
            case SCOPE -> "Scope changed";
            case CHECK -> "Compared with the server";
        };
    }

    /** Such as "14 came, 1 went, 3 sent, 1 of them merged, 1 needs you". */
    static String of(SyncReport report) {
        List<String> parts = new ArrayList<>();
        add(parts, report.received(), "came");
        add(parts, report.removed(), "went");
        add(parts, report.sent(), "sent");
        add(parts, report.merged(), "of them merged");
        if (report.parked() > 0) {
            parts.add(report.parked() + (report.parked() == 1 ? " needs you" : " need you"));
        }
        add(parts, report.healed(), "put right");
        if (parts.isEmpty()) {
            return report.fault().isPresent() ? "Nothing got through." : "All the same.";
        }
        return String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(String.format(Locale.ENGLISH, "%,d %s", count, what));
        }
    }
}
