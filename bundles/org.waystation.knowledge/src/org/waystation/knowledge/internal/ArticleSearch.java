package org.waystation.knowledge.internal;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.api.live.TypedFilter;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.store.ArticleIndex;
import org.waystation.store.StoreException;

/** Articles in Search Everywhere: by the beginnings of words of their title, tags and text. */
@Component(service = SearchProvider.class)
public final class ArticleSearch implements SearchProvider {

    private static final int ORDER = 40;

    private final ArticleIndex index;
    private final RecordNavigator navigator;

    @Activate
    public ArticleSearch(@Reference ArticleIndex index, @Reference RecordNavigator navigator) {
        this.index = index;
        this.navigator = navigator;
    }

    @Override
    public String group() {
        return "Articles";
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
        ArticleQuery query = ArticleQuery.all(LocalDate.now()).withFilter(TypedFilter.parse(text, Set.of()));
        try {
            for (ArticleRow row : index.first(query, limit)) {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                results.accept(hit(row));
            }
        } catch (StoreException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private SearchHit hit(ArticleRow row) {
        RecordRef ref = new RecordRef(EntityKind.ARTICLE, row.id());
        String whose = row.companyName().isEmpty() ? "" : row.companyName() + " · ";
        return new SearchHit(
                        row.id().toString(),
                        row.title(),
                        whose + row.snippet().text(),
                        "article",
                        Optional.empty(),
                        () -> navigator.open(ref))
                .of(ref);
    }
}
