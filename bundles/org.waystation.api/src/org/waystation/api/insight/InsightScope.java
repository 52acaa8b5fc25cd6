package org.waystation.api.insight;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.domain.AgreementKind;

/**
 * Which companies are looked at.
 *
 * @param agreement those that pay in this way; empty means any
 * @param companies these ones; empty means all
 */
public record InsightScope(Optional<AgreementKind> agreement, Set<UUID> companies) {

    private static final String AGREEMENT = "agreement:";

    public InsightScope {
        companies = Set.copyOf(companies);
    }

    public static InsightScope all() {
        return new InsightScope(Optional.empty(), Set.of());
    }

    public static InsightScope of(AgreementKind agreement) {
        return new InsightScope(Optional.of(agreement), Set.of());
    }

    public static InsightScope of(UUID company) {
        return new InsightScope(Optional.empty(), Set.of(company));
    }

    /** The only company looked at. */
    public Optional<UUID> company() {
        return companies.size() == 1 ? Optional.of(companies.iterator().next()) : Optional.empty();
    }

    /** Reads what {@link #toString()} wrote; anything else means all. */
    public static InsightScope parse(String text) {
        if (text.startsWith(AGREEMENT)) {
            return of(new AgreementKind(text.substring(AGREEMENT.length())));
        }
        try {
            return new InsightScope(
                    Optional.empty(),
                    Arrays.stream(text.split(","))
                            .filter(id -> !id.isBlank())
                            .map(UUID::fromString)
                            .collect(Collectors.toSet()));
        } catch (IllegalArgumentException e) {
            return all();
        }
    }

    @Override
    public String toString() {
        return agreement
                .map(kind -> AGREEMENT + kind.code())
                .orElseGet(() ->
                        new TreeSet<>(companies).stream().map(UUID::toString).collect(Collectors.joining(",")));
    }
}
