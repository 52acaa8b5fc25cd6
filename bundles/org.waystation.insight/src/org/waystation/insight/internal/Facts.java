package org.waystation.insight.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Company;
import org.waystation.api.insight.InsightScope;
import org.waystation.store.WorkIndex.AssetSum;
import org.waystation.store.WorkIndex.CauseSum;

/**
 * What a report is made from.
 *
 * @param today in the zone in which months are counted
 * @param assets by company
 * @param spans those of the months asked for, oldest first
 * @param byAsset over the whole period
 */
record Facts(
        LocalDate today,
        Map<UUID, Company> companies,
        Agreements agreements,
        Map<UUID, AssetBook> assets,
        List<SpanSums> spans,
        List<AssetSum> byAsset,
        List<CauseSum> byCause) {

    Optional<AgreementKind> agreement(UUID company) {
        return agreements.of(company, today).map(Agreement::kind);
    }

    String name(Optional<UUID> company) {
        return company.map(companies::get).map(Company::name).orElse("No company");
    }

    int endpoints(UUID company, YearMonth month) {
        return Optional.ofNullable(assets.get(company))
                .map(book -> book.endpoints(month))
                .orElse(0);
    }

    /** Work of no known company counts where all are looked at, and nowhere else. */
    boolean within(InsightScope scope, Optional<UUID> company) {
        if (scope.agreement().isPresent()) {
            return company.isPresent() && agreement(company.get()).equals(scope.agreement());
        }
        return scope.companies().isEmpty()
                || company.isPresent() && scope.companies().contains(company.get());
    }

    Map<YearMonth, List<SpanSums>> byMonth() {
        Map<YearMonth, List<SpanSums>> months = new HashMap<>();
        for (SpanSums sums : spans) {
            months.computeIfAbsent(sums.span().month(), absent -> new ArrayList<>())
                    .add(sums);
        }
        return months;
    }
}
