package org.waystation.companies.internal;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Contact;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** People at companies in Search Everywhere, by name, address and telephone number; opens their company. */
@Component(service = SearchProvider.class)
public final class ContactSearch implements SearchProvider {

    private static final int ORDER = 45;

    private final Records records;
    private final RecordNavigator navigator;

    @Activate
    public ContactSearch(@Reference Records records, @Reference RecordNavigator navigator) {
        this.records = records;
        this.navigator = navigator;
    }

    @Override
    public String group() {
        return "Contacts";
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
            Map<UUID, String> companies = Readable.all(records.all(EntityKind.COMPANY), Company::of).stream()
                    .collect(Collectors.toMap(Company::id, Company::name));
            Readable.all(records.all(EntityKind.CONTACT), Contact::of).stream()
                    .takeWhile(contact -> !cancelled.getAsBoolean())
                    .filter(contact -> contact.companyId().isPresent() && matches(contact, text))
                    .sorted(Comparator.comparing(contact -> !Folded.begins(contact.name(), text)))
                    .limit(limit)
                    .map(contact -> hit(contact, companies))
                    .forEach(results);
        } catch (StoreException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static boolean matches(Contact contact, String text) {
        String digits = digits(text);
        boolean number = digits.length() >= 4
                && (digits(contact.phone()).contains(digits)
                        || digits(contact.mobile()).contains(digits));
        return number
                || Stream.of(text.split("\\s+"))
                        .allMatch(word -> Folded.holds(contact.name(), word) || Folded.holds(contact.email(), word));
    }

    /** As numbers are written in many ways. */
    private static String digits(String text) {
        return text.chars()
                .filter(Character::isDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private SearchHit hit(Contact contact, Map<UUID, String> companies) {
        UUID company = contact.companyId().orElseThrow();
        String detail = Stream.of(companies.getOrDefault(company, ""), contact.phone(), contact.email())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new SearchHit(
                contact.id().toString(),
                contact.name(),
                detail,
                "user",
                Optional.empty(),
                () -> navigator.open(new RecordRef(EntityKind.COMPANY, company)));
    }
}
