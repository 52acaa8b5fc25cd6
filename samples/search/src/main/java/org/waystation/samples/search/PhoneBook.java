package org.waystation.samples.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;

/** Asked on a worker thread for each change of what is typed. */
@Component
public final class PhoneBook implements SearchProvider {

    private record Person(String name, String extension) {}

    private static final List<Person> PEOPLE =
            List.of(new Person("Ada Byron", "201"), new Person("Grace Murray", "202"), new Person("Radia Joy", "203"));

    private final Notifications notifications;

    @Activate
    public PhoneBook(@Reference Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String group() {
        return "Phone book";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        String wanted = text.toLowerCase(Locale.ROOT);
        PEOPLE.stream()
                .takeWhile(person -> !cancelled.getAsBoolean())
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .forEach(person -> results.accept(hit(person)));
    }

    private SearchHit hit(Person person) {
        return new SearchHit(
                person.extension(),
                person.name(),
                "extension " + person.extension(),
                "phone",
                Optional.empty(),
                () -> notifications.show(new Notification(
                        Notification.Level.INFO, "Phone book", "call", "Dial " + person.extension(), "", List.of())));
    }
}
