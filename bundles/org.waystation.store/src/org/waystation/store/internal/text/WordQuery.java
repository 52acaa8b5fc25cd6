package org.waystation.store.internal.text;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.waystation.api.search.TextQuery;

/**
 * What was typed as a query: each word has to begin a word of the record; whole words count by BM25, those in the title
 * more, and open tickets come a little before others.
 */
final class WordQuery {

    private static final float TITLE_BOOST = 3;
    private static final float OPEN_BOOST = 0.5f;
    private static final int WORDS_MAX = 20;

    private WordQuery() {}

    /** Empty where nothing is to be looked for. */
    static Optional<Query> of(TextQuery wanted) {
        List<String> words = Words.of(wanted.text());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : words.subList(0, Math.min(WORDS_MAX, words.size()))) {
            all.add(beginning(word), Occur.FILTER);
            all.add(new BoostQuery(new TermQuery(new Term(TextIndex.TITLE, word)), TITLE_BOOST), Occur.SHOULD);
            all.add(new TermQuery(new Term(TextIndex.BODY, word)), Occur.SHOULD);
        }
        all.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(TextIndex.OPEN, "1"))), OPEN_BOOST),
                Occur.SHOULD);
        if (!wanted.kinds().isEmpty()) {
            BooleanQuery.Builder kinds = new BooleanQuery.Builder();
            wanted.kinds()
                    .forEach(kind -> kinds.add(new TermQuery(new Term(TextIndex.KIND, kind.code())), Occur.SHOULD));
            all.add(kinds.build(), Occur.FILTER);
        }
        return Optional.of(all.build());
    }

    private static Query beginning(String word) {
        return word.length() <= TextIndex.START_MAX
                ? new TermQuery(new Term(TextIndex.START, word))
                : new PrefixQuery(new Term(TextIndex.WORD, word));
    }
}
