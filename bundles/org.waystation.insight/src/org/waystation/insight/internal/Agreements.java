package org.waystation.insight.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.AgreementKind;

/** What was agreed with whom, and when it holds. */
final class Agreements {

    private final List<Agreement> all;
    private final Map<UUID, Agreement> byId;

    Agreements(List<Agreement> all) {
        this.all = List.copyOf(all);
        this.byId = all.stream().collect(Collectors.toMap(Agreement::id, Function.identity(), (a, b) -> a));
    }

    Optional<Agreement> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Days on which one begins or is over for the first time. */
    List<LocalDate> cuts() {
        return all.stream()
                .flatMap(agreement ->
                        Stream.of(agreement.startsOn(), agreement.endsOn().map(last -> last.plusDays(1))))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    static boolean inForce(Agreement agreement, LocalDate day) {
        return agreement.startsOn().map(first -> !day.isBefore(first)).orElse(true)
                && agreement.endsOn().map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The one in force at a company; of several the one that covers most: managed before block hours before the rest. */
    Optional<Agreement> of(UUID company, LocalDate day) {
        return inForce(day)
                .filter(agreement -> agreement.companyId().equals(Optional.of(company)))
                .min(Comparator.comparingInt(agreement -> rank(agreement.kind())));
    }

    Stream<Agreement> inForce(LocalDate day) {
        return all.stream().filter(agreement -> inForce(agreement, day));
    }

    private static int rank(AgreementKind kind) {
        int place = AgreementKind.KNOWN.indexOf(kind);
        return place < 0 ? AgreementKind.KNOWN.size() : place;
    }
}
