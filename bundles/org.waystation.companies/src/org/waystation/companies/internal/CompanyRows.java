package org.waystation.companies.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.assets.AssetLife;
import org.waystation.api.companies.CompanyQuery;
import org.waystation.api.companies.CompanyRow;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Company;
import org.waystation.api.record.EntityKind;
import org.waystation.store.CompanyIndex;
import org.waystation.store.CompanyIndex.Counts;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Makes the lines of the list of companies; there are few enough to be made all at once. */
@Component(service = CompanyRows.class)
public final class CompanyRows {

    private final Records records;
    private final Outbox outbox;
    private final CompanyIndex index;
    private final Clock clock;

    @Activate
    public CompanyRows(@Reference Records records, @Reference Outbox outbox, @Reference CompanyIndex index) {
        this(records, outbox, index, Clock.systemDefaultZone());
    }

    CompanyRows(Records records, Outbox outbox, CompanyIndex index, Clock clock) {
        this.records = records;
        this.outbox = outbox;
        this.index = index;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate soon() {
        return today().plusDays(AssetLife.SOON_DAYS);
    }

    List<CompanyRow> of(CompanyQuery query) throws StoreException {
        List<CompanyRow> rows = new ArrayList<>();
        for (CompanyRow row : rows(Readable.all(records.all(EntityKind.COMPANY), Company::of))) {
            if (matches(row, query)) {
                rows.add(row);
            }
        }
        Comparator<CompanyRow> order = order(query);
        rows.sort((query.descending() ? order.reversed() : order)
                .thenComparing(row -> row.company().name(), String.CASE_INSENSITIVE_ORDER));
        return rows;
    }

    CompanyRow of(Company company) throws StoreException {
        return rows(List.of(company)).getFirst();
    }

    private List<CompanyRow> rows(List<Company> companies) throws StoreException {
        Map<UUID, Counts> counts = index.counts(today(), soon());
        Map<Optional<UUID>, List<Agreement>> agreements =
                Readable.all(records.all(EntityKind.AGREEMENT), Agreement::of).stream()
                        .collect(Collectors.groupingBy(Agreement::companyId));
        Set<UUID> unsynced = outbox.unsynced(companies.stream().map(Company::id).collect(Collectors.toSet()));
        return companies.stream()
                .map(company -> {
                    Counts count = counts.getOrDefault(company.id(), Counts.NONE);
                    return new CompanyRow(
                            company,
                            new InForce(today())
                                    .first(agreements.getOrDefault(Optional.of(company.id()), List.of()))
                                    .map(Agreement::kind),
                            count.openTickets(),
                            count.assets(),
                            count.over(),
                            count.soon(),
                            unsynced.contains(company.id()));
                })
                .toList();
    }

    private static Comparator<CompanyRow> order(CompanyQuery query) {
        return switch (query.sort()) {
            case NAME -> Comparator.comparing(row -> row.company().name(), String.CASE_INSENSITIVE_ORDER);
            case AGREEMENT ->
                Comparator.comparing(
                        row -> row.agreement().map(AgreementKind.KNOWN::indexOf).orElse(Integer.MAX_VALUE));
            case OPEN_WORK -> Comparator.comparing(CompanyRow::openTickets);
            case AT_RISK -> Comparator.comparing(CompanyRow::assetsAtRisk);
        };
    }

    private static boolean matches(CompanyRow row, CompanyQuery query) {
        Company company = row.company();
        String agreement = row.agreement().map(AgreementKind::label).orElse("none");
        boolean words = query.filter().words().stream()
                .allMatch(word -> Folded.holds(company.name(), word)
                        || Folded.holds(company.city(), word)
                        || Folded.holds(company.domain(), word));
        return words && any(query, "agreement", agreement) && any(query, "city", company.city());
    }

    private static boolean any(CompanyQuery query, String key, String text) {
        List<String> values = query.filter().values(key);
        return values.isEmpty() || values.stream().anyMatch(value -> Folded.holds(text, value.replace('_', ' ')));
    }
}
