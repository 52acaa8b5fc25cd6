package org.waystation.sync.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waystation.api.sync.SyncReport;
import org.waystation.api.sync.SyncReport.Reason;

/** Reports as the engine would tell them. */
public final class SampleReports {

    private SampleReports() {}

    public static List<SyncReport> some() {
        return List.of(
                report(3, Reason.CHANGES, 14, 1, 3, 1, 1, 0, Optional.empty()),
                report(25, Reason.CHECK, 0, 0, 0, 0, 0, 2, Optional.empty()),
                report(61, Reason.CHANGES, 0, 0, 0, 0, 0, 0, Optional.of("The server msp.example does not answer.")),
                report(300, Reason.SCOPE, 0, 171_000, 0, 0, 0, 0, Optional.empty()),
                report(1500, Reason.FIRST, 212_204, 0, 0, 0, 0, 0, Optional.empty()));
    }

    private static SyncReport report(
            int minutesAgo,
            Reason reason,
            long received,
            long removed,
            int sent,
            int merged,
            int parked,
            long healed,
            Optional<String> fault) {
        return new SyncReport(
                Instant.now().minus(Duration.ofMinutes(minutesAgo)),
                Duration.ofMillis(420),
                reason,
                received,
                removed,
                sent,
                merged,
                parked,
                healed,
                fault);
    }
}
