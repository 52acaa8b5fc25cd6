package org.waystation.samples.hello;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.notify.Notifications;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;

/** Finds people to say hello to. */
@Component
public final class GreetSearch implements SearchProvider {

    private static final List<String> PEOPLE = List.of("Ada", "Grace", "Radia");

    private final Greeting greeting;

    @Activate
    public GreetSearch(@Reference Notifications notifications) {
        greeting = new Greeting(notifications);
    }

    @Override
    public String group() {
        return "Hello";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        PEOPLE.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .limit(limit)
                .takeWhile(name -> !cancelled.getAsBoolean())
                .map(name ->
                        new SearchHit(name, name, "to say hello to", "note", Optional.empty(), () -> greeting.to(name)))
                .forEach(results);
    }
}
