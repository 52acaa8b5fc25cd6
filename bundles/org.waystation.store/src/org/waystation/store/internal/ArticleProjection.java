package org.waystation.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;
import org.waystation.store.StoreException;

/** One row for each article, by which lists are filtered, sorted and searched. */
final class ArticleProjection implements Projection {

    private static final List<String> COLUMNS =
            List.of("title", "company", "state", "visibility", "review", "updated", "tags", "heads", "terms", "rowkey");

    private final Session session;
    private final Labels labels;
    private final String write;
    private final String delete;

    ArticleProjection(Session session, Generation generation, Labels labels) {
        this.session = session;
        this.labels = labels;
        write = "INSERT OR REPLACE INTO " + generation.article() + " (" + String.join(", ", COLUMNS) + ") VALUES ("
                + COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        delete = "DELETE FROM " + generation.article() + " WHERE rowkey = ?";
    }

    static void create(Session session, Generation generation) throws SQLException {
        // Columns of open vocabularies have no type: see Words. Review is in days since 1970, updated in milliseconds.
        session.execute("CREATE TABLE IF NOT EXISTS " + generation.article()
                + " (rowkey INTEGER PRIMARY KEY, title TEXT NOT NULL, company INTEGER NOT NULL, state, visibility, "
                + "review INTEGER, updated INTEGER NOT NULL, tags TEXT NOT NULL, heads TEXT NOT NULL, "
                + "terms TEXT NOT NULL)");
    }

    /** For a file whose records came before there were these rows. */
    static void fill(Session session, Generation generation) throws SQLException, StoreException {
        create(session, generation);
        ArticleProjection articles = new ArticleProjection(session, generation, new Labels(session, generation));
        References references = new References(session, generation);
        List<Long> keys = session.list(
                "SELECT rowkey FROM " + generation.record() + " WHERE kind = 'article' AND hidden = 0",
                row -> row.getLong(1));
        for (long key : keys) { // one by one, so that not all of them are in memory
            EntityRecord record = session.first(
                            "SELECT kind, id, version, seq, data FROM " + generation.record() + " WHERE rowkey = ?",
                            RecordTable::fields,
                            key)
                    .orElseThrow();
            articles.replace(key, null, record);
            references.replace(key, Reading.NONE, Reading.of(record));
        }
    }

    @Override
    public void replace(long rowkey, @Nullable EntityRecord before, @Nullable EntityRecord after)
            throws SQLException, StoreException {
        Optional<Article> article = read(after);
        if (article.isPresent()) {
            write(rowkey, article.get());
        } else if (before != null) {
            session.update(delete, rowkey);
        }
    }

    /** Empty where a field has the wrong type: such a record is kept and synced, but no list can show it. */
    private static Optional<Article> read(@Nullable EntityRecord record) {
        try {
            return Optional.ofNullable(record).map(Article::of);
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }

    private void write(long rowkey, Article article) throws SQLException, StoreException {
        boolean alive = !article.state().equals(ArticleState.ARCHIVED);
        Set<String> terms = Terms.of(article.title());
        String heads = Terms.column(terms);
        terms.addAll(Terms.of(article.tags()));
        terms.addAll(Terms.of(article.body()));
        session.update(
                write,
                Folding.fold(article.title()),
                labels.key(EntityKind.COMPANY, article.companyId()),
                Words.ARTICLE_STATE.rank(article.state().code()),
                Words.ARTICLE_VISIBILITY.rank(article.visibility().code()),
                alive ? article.reviewOn().map(LocalDate::toEpochDay).orElse(null) : null,
                article.updatedAt()
                        .or(article::createdAt)
                        .map(Instant::toEpochMilli)
                        .orElse(Long.MAX_VALUE),
                article.tags().stream()
                        .map(tag -> AssetProjection.TAG_MARK + Folding.fold(tag) + AssetProjection.TAG_MARK)
                        .collect(Collectors.joining()),
                heads,
                Terms.column(terms),
                rowkey);
    }
}
