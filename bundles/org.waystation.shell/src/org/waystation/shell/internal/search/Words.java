package org.waystation.shell.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The typed words: how well a title answers them, and where in it they stand. */
public final class Words {

    private static final int AT_START = 4;
    private static final int AT_WORD = 3;
    private static final int HUMPS = 2;
    private static final int INSIDE = 1;

    private final List<String> words;

    /** Part of a title, in characters. */
    public record Range(int start, int length) {}

    public Words(String text) {
        words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * How well the title answers, higher is better; empty where a word is missing in it. Best is a title that starts
     * with the words, then one in which they start words, then one whose words' first letters they are ("cae" for
     * "Close all editors"), then one that holds them somewhere.
     */
    public OptionalInt score(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        int score = 0;
        for (String word : words) {
            int at = place(lower, word);
            if (at >= 0) {
                score += 100 * (at == 0 ? AT_START : startsWord(lower, at) ? AT_WORD : INSIDE);
            } else if (words.size() == 1 && initials(lower).startsWith(word)) {
                score += 100 * HUMPS;
            } else {
                return OptionalInt.empty();
            }
        }
        // Of two that answer alike, the shorter one was meant.
        return OptionalInt.of(score - Math.min(99, title.length()));
    }

    /** Where the words stand in the title, in order and without overlap. */
    public List<Range> ranges(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        boolean[] marked = new boolean[title.length()];
        if (lower.length() != title.length()) {
            // Letters that grow when they are made small would shift every place after them.
            return List.of();
        }
        for (String word : words) {
            int at = place(lower, word);
            for (int i = Math.max(at, 0); at >= 0 && i < at + word.length(); i++) {
                marked[i] = true;
            }
        }
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < marked.length; i++) {
            int start = i;
            while (i < marked.length && marked[i]) {
                i++;
            }
            if (i > start) {
                ranges.add(new Range(start, i - start));
            }
        }
        return ranges;
    }

    /** Where the word starts a word of the title, else where it stands first. */
    private static int place(String title, String word) {
        int at = title.indexOf(word);
        for (int next = at; next >= 0; next = title.indexOf(word, next + 1)) {
            if (startsWord(title, next)) {
                return next;
            }
        }
        return at;
    }

    private static boolean startsWord(String title, int at) {
        return at == 0 || !Character.isLetterOrDigit(title.charAt(at - 1));
    }

    private static String initials(String title) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < title.length(); i++) {
            if (Character.isLetterOrDigit(title.charAt(i)) && startsWord(title, i)) {
                initials.append(title.charAt(i));
            }
        }
        return initials.toString();
    }
}
