package org.waystation.tickets.internal;

import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.api.search.TextHit;
import org.waystation.api.search.TextQuery;
import org.waystation.api.search.TextSearch;

/** What was written at tickets, in Search Everywhere: notes, comments of time entries and names of attached files. */
@Component(service = SearchProvider.class)
public final class NoteSearch implements SearchProvider {

    private static final int ORDER = 60;
    private static final Set<EntityKind> WRITTEN =
            Set.of(EntityKind.NOTE, EntityKind.TIME_ENTRY, EntityKind.ATTACHMENT);

    private final TextSearch texts;
    private final RecordNavigator navigator;

    @Activate
    public NoteSearch(@Reference TextSearch texts, @Reference RecordNavigator navigator) {
        this.texts = texts;
        this.navigator = navigator;
    }

    @Override
    public String group() {
        return "Notes";
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
        TextQuery query = new TextQuery(text, WRITTEN, Math.clamp(limit, 1, TextQuery.LIMIT_MAX));
        for (TextHit hit : texts.search(query, cancelled).hits()) {
            results.accept(shown(hit));
        }
    }

    /** What fits is in the text, so that is the title; whose it is stands beside it. */
    private SearchHit shown(TextHit hit) {
        boolean written = !hit.snippet().isEmpty();
        return new SearchHit(
                hit.record().id().toString(),
                written ? hit.snippet() : hit.title(),
                written ? hit.title() : "",
                "note",
                Optional.empty(),
                () -> navigator.open(hit.opens()));
    }
}
