package org.waystation.companies.internal;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Company;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Companies in Search Everywhere, by name, city and domain. */
@Component(service = SearchProvider.class)
public final class CompanySearch implements SearchProvider {

    private static final int ORDER = 40;

    private final Records records;
    private final RecordNavigator navigator;

    @Activate
    public CompanySearch(@Reference Records records, @Reference RecordNavigator navigator) {
        this.records = records;
        this.navigator = navigator;
    }

    @Override
    public String group() {
        return "Companies";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        if (text.isBlank() || cancelled.getAsBoolean()) {
            return;
        }
        try {
            Readable.all(records.all(EntityKind.COMPANY), Company::of).stream()
                    .filter(company -> Stream.of(text.split("\\s+"))
                            .allMatch(word -> Folded.holds(company.name(), word)
                                    || Folded.holds(company.city(), word)
                                    || Folded.holds(company.domain(), word)))
                    .sorted(Comparator.comparing(company -> !Folded.begins(company.name(), text)))
                    .limit(limit)
                    .takeWhile(company -> !cancelled.getAsBoolean())
                    .map(this::hit)
                    .forEach(results);
        } catch (StoreException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private SearchHit hit(Company company) {
        RecordRef ref = new RecordRef(EntityKind.COMPANY, company.id());
        return new SearchHit(
                company.id().toString(),
                company.name(),
                company.city(),
                "company",
                Optional.empty(),
                () -> navigator.open(ref));
    }
}
