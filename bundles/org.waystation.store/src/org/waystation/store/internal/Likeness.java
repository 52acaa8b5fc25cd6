package org.waystation.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.ArticleState;
import org.waystation.store.StoreException;

/**
 * Finds articles that share words with a text. Each shared word counts by its inverse document frequency, log(1 + N/n)
 * (Spärck Jones, 1972), three times in a title; half of what the text's words are worth has to be shared.
 */
final class Likeness {

    private static final int TITLE_WEIGHT = 3;
    private static final int MOST_WORDS = 12;
    private static final int SHORTEST = 3;
    private static final double LEAST_SHARE = 0.34;

    /** Words that say nothing about what a text is about. */
    private static final Set<String> EMPTY = Set.of(
            "the", "and", "for", "not", "with", "from", "that", "this", "was", "are", "has", "have", "can", "cannot",
            "after", "before", "when", "does", "did", "all", "any", "but", "his", "her", "our", "out", "new", "please",
            "help", "problem", "issue", "again", "still", "failed", "fails", "error", "your", "you", "she", "him",
            "since", "into", "its", "one", "two", "now", "get", "gets");

    private final Database.Snapshot snapshot;
    private final String from;

    Likeness(Database.Snapshot snapshot, String from) {
        this.snapshot = snapshot;
        this.from = from;
    }

    /** An article and which of the words its title and its text have. */
    private record Candidate(int key, List<Boolean> inTitle, List<Boolean> inText) {}

    private record Scored(int key, double score) {}

    /** The keys of those that are alike, best first. */
    int[] to(String text, Optional<UUID> company, int limit) throws SQLException, StoreException {
        List<String> words = Terms.of(text).stream()
                .filter(word -> word.length() >= SHORTEST && !EMPTY.contains(word))
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty() || limit <= 0) {
            return new int[0];
        }
        List<Candidate> candidates = candidates(words, company);
        double[] worth = worth(words.size(), candidates);
        double all = 0;
        for (double each : worth) {
            all += each;
        }
        double least = all * LEAST_SHARE;
        return candidates.stream()
                .map(candidate -> new Scored(candidate.key(), score(candidate, worth)))
                .filter(scored -> scored.score() > 0 && scored.score() >= least)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::key))
                .limit(limit)
                .mapToInt(Scored::key)
                .toArray();
    }

    private List<Candidate> candidates(List<String> words, Optional<UUID> company) throws SQLException, StoreException {
        List<@Nullable Object> values = new ArrayList<>();
        String columns = words.stream()
                .map(word -> ", instr(a.heads, ?) > 0, instr(a.terms, ?) > 0")
                .collect(Collectors.joining());
        words.forEach(word -> {
            values.add(Terms.beginning(word));
            values.add(Terms.beginning(word));
        });
        values.add(Words.ARTICLE_STATE.rank(ArticleState.PUBLISHED.code()));
        values.add(company.map(Ids::bytes).orElse(null));
        return snapshot.session()
                .list(
                        "SELECT a.rowkey" + columns + from + "WHERE a.state = ? AND (c.id IS NULL OR c.id = ?)",
                        row -> {
                            List<Boolean> inTitle = new ArrayList<>();
                            List<Boolean> inText = new ArrayList<>();
                            for (int i = 0; i < words.size(); i++) {
                                inTitle.add(row.getInt(2 + 2 * i) != 0);
                                inText.add(row.getInt(3 + 2 * i) != 0);
                            }
                            return new Candidate(row.getInt(1), inTitle, inText);
                        },
                        values.toArray());
    }

    private static double[] worth(int words, List<Candidate> candidates) {
        double[] worth = new double[words];
        for (int i = 0; i < words; i++) {
            int word = i;
            long having = candidates.stream()
                    .filter(candidate -> candidate.inText().get(word))
                    .count();
            worth[i] = having == 0 ? 0 : Math.log(1 + (double) candidates.size() / having);
        }
        return worth;
    }

    private static double score(Candidate candidate, double[] worth) {
        double score = 0;
        for (int i = 0; i < worth.length; i++) {
            if (candidate.inTitle().get(i)) {
                score += TITLE_WEIGHT * worth[i];
            } else if (candidate.inText().get(i)) {
                score += worth[i];
            }
        }
        return score;
    }
}
