package org.waystation.sync.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waystation.api.sync.SyncFacts.Check;
import org.waystation.api.sync.SyncReport;

/** Reports and checks as they are kept: a line for each value. */
final class ReportText {

    private ReportText() {}

    static String of(SyncReport report) {
        return "began=" + report.began()
                + "\ntook=" + report.took()
                + "\nreason=" + report.reason()
                + "\nreceived=" + report.received()
                + "\nremoved=" + report.removed()
                + "\nsent=" + report.sent()
                + "\nmerged=" + report.merged()
                + "\nparked=" + report.parked()
                + "\nhealed=" + report.healed()
                + report.fault()
                        .map(fault -> "\nfault=" + fault.replaceAll("\\R", " "))
                        .orElse("");
    }

    /** Empty where another program wrote it. */
    static Optional<SyncReport> report(String text) {
        Map<String, String> lines = lines(text);
        try {
            return Optional.of(new SyncReport(
                    Instant.parse(lines.getOrDefault("began", "")),
                    Duration.parse(lines.getOrDefault("took", "")),
                    SyncReport.Reason.valueOf(lines.getOrDefault("reason", "")),
                    number(lines, "received"),
                    number(lines, "removed"),
                    (int) number(lines, "sent"),
                    (int) number(lines, "merged"),
                    (int) number(lines, "parked"),
                    number(lines, "healed"),
                    Optional.ofNullable(lines.get("fault"))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String of(Check check) {
        return "at=" + check.at() + "\ncompared=" + check.compared() + "\nhealed=" + check.healed();
    }

    static Optional<Check> check(String text) {
        Map<String, String> lines = lines(text);
        try {
            return Optional.of(new Check(
                    Instant.parse(lines.getOrDefault("at", "")), number(lines, "compared"), number(lines, "healed")));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long number(Map<String, String> lines, String name) {
        return Long.parseLong(lines.getOrDefault(name, "0"));
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> found = new HashMap<>();
        text.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> {
            int at = line.indexOf('=');
            found.put(line.substring(0, at), line.substring(at + 1));
        });
        return found;
    }
}
