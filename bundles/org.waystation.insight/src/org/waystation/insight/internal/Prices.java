package org.waystation.insight.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Money;
import org.waystation.api.insight.PriceBasis;
import org.waystation.api.insight.PriceBasis.Part;

/** What an endpoint costs under the provider's own managed agreements. */
final class Prices {

    private static final int PENNIES = 2;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Facts facts;

    Prices(Facts facts) {
        this.facts = facts;
    }

    /** @param assumed what the technician gave instead, in the currency that most agreements have */
    PriceBasis basis(Optional<BigDecimal> assumed) {
        List<Part> all = facts.agreements()
                .inForce(facts.today())
                .filter(agreement -> agreement.kind().equals(AgreementKind.MANAGED)
                        && agreement.coveredKinds().isEmpty())
                .map(this::part)
                .flatMap(Optional::stream)
                .toList();
        Optional<String> currency = all.stream()
                .collect(Collectors.groupingBy(part -> part.monthlyFee().currency(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        List<Part> parts = all.stream()
                .filter(part -> currency.equals(Optional.of(part.monthlyFee().currency())))
                .sorted(Comparator.comparing(Part::perEndpoint).thenComparing(Part::name))
                .toList();
        String spoken = currency.or(this::currencyOfRates).orElse("");
        return assumed.map(price -> new PriceBasis(Optional.of(new Money(price, spoken)), true, parts))
                .orElseGet(() -> new PriceBasis(median(parts).map(price -> new Money(price, spoken)), false, parts));
    }

    private Optional<String> currencyOfRates() {
        return facts.agreements()
                .inForce(facts.today())
                .flatMap(agreement -> agreement.hourlyRate().stream())
                .map(Money::currency)
                .findFirst();
    }

    private Optional<Part> part(Agreement agreement) {
        if (agreement.companyId().isEmpty() || agreement.monthlyFee().isEmpty()) {
            return Optional.empty();
        }
        UUID company = agreement.companyId().get();
        Money fee = agreement.monthlyFee().get();
        int endpoints = facts.endpoints(company, YearMonth.from(facts.today()));
        return endpoints == 0 || !facts.companies().containsKey(company)
                ? Optional.empty()
                : Optional.of(new Part(
                        company,
                        facts.name(Optional.of(company)),
                        fee,
                        endpoints,
                        fee.amount().divide(BigDecimal.valueOf(endpoints), PENNIES, RoundingMode.HALF_UP)));
    }

    /** The middle one, which one very large or very cheap agreement does not move. */
    private static Optional<BigDecimal> median(List<Part> parts) {
        int count = parts.size();
        if (count == 0) {
            return Optional.empty();
        }
        BigDecimal upper = parts.get(count / 2).perEndpoint();
        return Optional.of(
                count % 2 == 1
                        ? upper
                        : upper.add(parts.get(count / 2 - 1).perEndpoint()).divide(TWO, PENNIES, RoundingMode.HALF_UP));
    }
}
