package org.waystation.companies.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.AgreementKind;

/** Which agreements hold on a day. */
record InForce(LocalDate day) {

    boolean holds(Agreement agreement) {
        return agreement.startsOn().map(first -> !day.isBefore(first)).orElse(true)
                && agreement.endsOn().map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Those in force first, and among them the one that covers most; then the others, latest first. */
    List<Agreement> sorted(List<Agreement> agreements) {
        return agreements.stream()
                .sorted(Comparator.comparing((Agreement each) -> !holds(each))
                        .thenComparing(each -> rank(each.kind()))
                        .thenComparing(each -> each.startsOn().orElse(LocalDate.MIN), Comparator.reverseOrder()))
                .toList();
    }

    Optional<Agreement> first(List<Agreement> agreements) {
        return sorted(agreements).stream().findFirst().filter(this::holds);
    }

    private static int rank(AgreementKind kind) {
        int place = AgreementKind.KNOWN.indexOf(kind);
        return place < 0 ? AgreementKind.KNOWN.size() : place;
    }
}
