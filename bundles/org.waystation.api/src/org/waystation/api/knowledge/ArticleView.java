package org.waystation.api.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.Company;
import org.waystation.api.record.RecordActions;

/**
 * An article with what one needs beside it.
 *
 * @param version of the record here, to be handed back with an edit of its text
 * @param company empty where it belongs to none, or to one that is not held here
 * @param ownerName empty where nobody is named or known
 * @param editorName who changed it last; empty where that is not known
 * @param links the assets it is about, then the tickets it came from or was used for
 * @param versions latest first
 * @param unsyncedFields fields with a change that waits to be sent
 * @param actions what the person who is signed in may do with the article
 */
public record ArticleView(
        Article article,
        long version,
        Optional<Company> company,
        String ownerName,
        String editorName,
        List<LinkedRecord> links,
        List<Version> versions,
        Set<String> unsyncedFields,
        RecordActions actions) {

    /** Of which nobody said what may be done with it. */
    public ArticleView(
            Article article,
            long version,
            Optional<Company> company,
            String ownerName,
            String editorName,
            List<LinkedRecord> links,
            List<Version> versions,
            Set<String> unsyncedFields) {
        this(article, version, company, ownerName, editorName, links, versions, unsyncedFields, RecordActions.UNKNOWN);
    }

    /**
     * What it said at one time.
     *
     * @param revision counts them from 1; 0 for what waits to be sent
     * @param at empty for what waits to be sent
     */
    public record Version(long revision, ArticleText text, String authorName, Optional<Instant> at) {}

    public ArticleView {
        links = List.copyOf(links);
        versions = List.copyOf(versions);
        unsyncedFields = Set.copyOf(unsyncedFields);
    }

    public ArticleText text() {
        return new ArticleText(article.title(), article.body());
    }
}
