package org.waystation.hostile;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;

/** Misbehaves as a search provider; finds without end. */
@Component
public final class HostileSearch implements SearchProvider {

    @Override
    public String group() {
        Mood.at("group");
        return "Hostile";
    }

    @Override
    public int order() {
        return 999;
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        Mood.at("search");
        int found = 0;
        try {
            while (true) {
                found++;
                results.accept(hit("Hostile " + found));
            }
        } finally {
            System.setProperty("waystation.hostile.found", String.valueOf(found));
        }
    }

    private static SearchHit hit(String title) {
        return new SearchHit(title, title, "", "dot", Optional.empty(), () -> Mood.at("open"));
    }
}
