package org.waystation.tickets.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.record.EntityKind;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Finds the agreement that new work for a company falls under. */
final class CurrentAgreement {

    /** Managed before a block of hours before break/fix; kinds not known here last. */
    private static final Comparator<Agreement> BEST_FIRST = Comparator.comparingInt(agreement -> {
        int place = AgreementKind.KNOWN.indexOf(agreement.kind());
        return place >= 0 ? place : AgreementKind.KNOWN.size();
    });

    private final Records records;

    CurrentAgreement(Records records) {
        this.records = records;
    }

    Optional<UUID> of(UUID companyId, LocalDate day) throws StoreException {
        return records.referring(EntityKind.AGREEMENT, "companyId", companyId).stream()
                .map(Agreement::of)
                .filter(agreement -> runs(agreement, day))
                .min(BEST_FIRST)
                .map(Agreement::id);
    }

    private static boolean runs(Agreement agreement, LocalDate day) {
        return agreement.startsOn().filter(day::isBefore).isEmpty()
                && agreement.endsOn().filter(day::isAfter).isEmpty();
    }
}
