package org.waystation.insight.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.AgreementKind;
import org.waystation.store.WorkIndex.WorkSum;

/**
 * Which minutes an agreement pays for: those on tickets that name it, while it is in force, on a kind of asset it covers.
 * A managed one pays for all of them that were not booked as billable; block hours pay for as many as the month includes.
 */
final class Cover {

    private static final long MINUTES_OF_HOUR = 60;

    private final Agreements agreements;

    Cover(Agreements agreements) {
        this.agreements = agreements;
    }

    /** Minutes covered at each company in one month; under empty where the company is not known. */
    Map<Optional<UUID>, Long> ofMonth(List<SpanSums> month) {
        Map<Optional<UUID>, Long> covered = new HashMap<>();
        Map<Block, Long> blocks = new HashMap<>();
        for (SpanSums sums : month) {
            for (WorkSum work : sums.work()) {
                Optional<Agreement> agreement = work.agreement().flatMap(agreements::find);
                if (agreement.isEmpty()
                        || !pays(agreement.get(), work, sums.span().from())) {
                    continue;
                }
                if (agreement.get().kind().equals(AgreementKind.BLOCK_HOURS)) {
                    blocks.merge(new Block(agreement.get(), work.company()), work.minutes(), Long::sum);
                } else if (!work.billable()) {
                    covered.merge(work.company(), work.minutes(), Long::sum);
                }
            }
        }
        blocks.forEach((block, minutes) -> covered.merge(
                block.company(),
                block.agreement()
                        .hoursPerMonth()
                        .map(hours -> Math.min(minutes, hours * MINUTES_OF_HOUR))
                        .orElse(minutes),
                Long::sum));
        return covered;
    }

    private record Block(Agreement agreement, Optional<UUID> company) {}

    private static boolean pays(Agreement agreement, WorkSum work, LocalDate day) {
        boolean kind = agreement.kind().equals(AgreementKind.MANAGED)
                || agreement.kind().equals(AgreementKind.BLOCK_HOURS);
        boolean asset = agreement.coveredKinds().isEmpty()
                || work.assetKind().map(agreement.coveredKinds()::contains).orElse(false);
        return kind && asset && Agreements.inForce(agreement, day);
    }
}
