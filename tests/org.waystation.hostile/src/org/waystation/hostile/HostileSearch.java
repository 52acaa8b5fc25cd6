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
        for (int i = 0; ; i++) {
            results.accept(new SearchHit("h" + i, "Hostile " + i, "", "dot", Optional.empty(), () -> Mood.at("open")));
        }
    }
}
