package org.waystation.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.ArticleState;
import org.waystation.api.knowledge.ArticleColumn;
import org.waystation.api.knowledge.ArticleQuery;
import org.waystation.api.knowledge.ArticleRow;
import org.waystation.store.StoreException;

/** Orders articles and reads their lines by their keys. */
final class ArticleRows {

    private final Database.Snapshot snapshot;
    private final OperationTable operations;
    private final String from;

    ArticleRows(Database.Snapshot snapshot) {
        this.snapshot = snapshot;
        this.operations = new OperationTable(snapshot.session());
        Generation generation = snapshot.generation();
        this.from =
                " FROM " + generation.article() + " AS a JOIN " + generation.label() + " AS c ON c.key = a.company ";
    }

    /** What articles are read from: {@code a} with its company {@code c}. */
    String from() {
        return from;
    }

    int[] order(ArticleQuery query, int limit) throws SQLException, StoreException {
        ArticleConditions conditions = new ArticleConditions(query);
        List<@Nullable Object> values = new ArrayList<>(conditions.values());
        List<String> terms = new ArrayList<>();
        query.group().ifPresent(column -> terms.add(term(column, "")));
        if (query.sort() == ArticleColumn.BEST) {
            // What was taken out of use is found, but last.
            terms.add("a.state = ?");
            values.add(Words.ARTICLE_STATE.rank(ArticleState.ARCHIVED.code()));
            Set<String> words = ArticleConditions.terms(query);
            words.forEach(word -> {
                terms.add("instr(a.heads, ?) = 0");
                values.add(Terms.beginning(word));
            });
            terms.add("a.updated DESC");
        } else {
            terms.add(term(query.sort(), query.descending() ? " DESC" : ""));
        }
        terms.add("a.title");
        terms.add("a.rowkey");
        return keys(
                "SELECT a.rowkey AS k" + from + "WHERE " + conditions.sql() + " ORDER BY " + String.join(", ", terms)
                        + (limit < 0 ? "" : " LIMIT " + limit),
                values.toArray());
    }

    /** One text with all keys crosses from SQLite to Java many times faster than a row for each. */
    private int[] keys(String select, @Nullable Object... values) throws SQLException, StoreException {
        return snapshot.session()
                .first(
                        "SELECT group_concat(k) FROM (" + select + ")",
                        row -> row.getBytes(1) == null ? new int[0] : KeyText.parse(row.getBytes(1)),
                        values)
                .orElseGet(() -> new int[0]);
    }

    private static String term(ArticleColumn column, String direction) {
        return switch (column) {
            case BEST, UPDATED -> "a.updated" + direction;
            case TITLE -> "a.title" + direction;
            case COMPANY -> "c.sort" + direction + " NULLS LAST, c.key";
            case STATE -> "a.state" + direction;
            case VISIBILITY -> "a.visibility" + direction;
            case REVIEW -> "a.review" + direction + " NULLS LAST";
        };
    }

    /** One line for each key, null where its article is gone. */
    List<@Nullable ArticleRow> read(int[] keys, Collection<String> words) throws SQLException, StoreException {
        boolean allSynced = operations.isEmpty();
        Snippets snippets = new Snippets(words);
        String select = "SELECT r.kind, r.id, r.version, r.seq, r.data, c.name" + from + "JOIN "
                + snapshot.generation().record() + " AS r ON r.rowkey = a.rowkey WHERE a.rowkey = ?";
        List<@Nullable ArticleRow> lines = new ArrayList<>(keys.length);
        for (int key : keys) {
            lines.add(snapshot.session()
                    .first(select, row -> line(row, snippets, allSynced), key)
                    .orElse(null));
        }
        return lines;
    }

    /** The lines of keys that were found in the same state of the database. */
    List<ArticleRow> found(int[] keys, Collection<String> words) throws SQLException, StoreException {
        return read(keys, words).stream().filter(Objects::nonNull).toList();
    }

    private ArticleRow line(ResultSet row, Snippets snippets, boolean allSynced) throws SQLException, StoreException {
        Article article = Article.of(RecordTable.fields(row));
        return new ArticleRow(
                article.id(),
                article.title(),
                article.companyId(),
                row.getString(6),
                article.visibility(),
                article.state(),
                article.reviewOn(),
                article.updatedAt().or(article::createdAt),
                article.tags(),
                snippets.of(article.body()),
                !allSynced && operations.touches(article.id()));
    }
}
