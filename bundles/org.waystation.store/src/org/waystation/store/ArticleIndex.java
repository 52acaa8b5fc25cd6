package org.waystation.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleRow;

/** Answers lists of articles and searches in them. */
@ProviderType
public interface ArticleIndex {

    /** The first rows of a query. */
    List<ArticleRow> first(ArticleQuery query, int limit) throws StoreException;

    /** The order of all rows of a query. */
    RowOrder order(ArticleQuery query) throws StoreException;

    /**
     * The rows for some of an order's keys, one for each; null where its article is gone since.
     *
     * @param words what the snippets show and mark
     */
    List<@Nullable ArticleRow> rows(RowOrder order, int from, int to, List<String> words) throws StoreException;

    /** The articles with these ids that are held here, in this order. */
    List<ArticleRow> rows(List<UUID> ids) throws StoreException;

    /**
     * Published articles of a company or of none that share words with a text, best first. A word that few articles have
     * counts more than one that many have, and a title more than a text.
     */
    List<ArticleRow> like(String text, Optional<UUID> company, int limit) throws StoreException;
}
