package org.waystation.store.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waystation.api.knowledge.Snippet;
import org.waystation.api.knowledge.Snippet.Mark;

/** Cuts the piece of a text that has what is looked for, and marks it. */
final class Snippets {

    private static final int LENGTH = 180;
    private static final int BEFORE = 36;

    /** Of a longer text only this much is looked through; the index has all of it. */
    private static final int LOOKED_THROUGH = 60_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern FENCE = Pattern.compile("(?m)^\\s{0,3}(```|~~~).*$");
    private static final Pattern LINE_MARKS = Pattern.compile("(?m)^[ \\t]*(#{1,6}|>|[-*+]|\\d{1,3}[.)])[ \\t]+");
    private static final Pattern RULES = Pattern.compile("(?m)^[ \\t|:*_=-]{3,}$");
    private static final Pattern TARGETS = Pattern.compile("\\]\\([^()\\n]{0,300}\\)");
    private static final Pattern MARKS = Pattern.compile("[*`|\\[\\]]+|(?<!\\w)_+|_+(?!\\w)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final Collection<String> words;

    /** @param words folded, as {@link Terms} has them */
    Snippets(Collection<String> words) {
        this.words = words;
    }

    Snippet of(String body) {
        String text = plain(body.length() > LOOKED_THROUGH ? body.substring(0, LOOKED_THROUGH) : body);
        int first = first(text);
        int from = start(text, first);
        int to = end(text, from);
        String head = from > 0 ? "…" : "";
        String cut = head + text.substring(from, to) + (to < text.length() ? "…" : "");
        return new Snippet(cut, first < 0 ? List.of() : marks(cut));
    }

    private static String plain(String body) {
        String text = FENCE.matcher(body).replaceAll(" ");
        text = RULES.matcher(text).replaceAll(" ");
        text = LINE_MARKS.matcher(text).replaceAll(" ");
        text = TARGETS.matcher(text).replaceAll("]");
        text = MARKS.matcher(text).replaceAll("");
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private int first(String text) {
        if (words.isEmpty()) {
            return -1;
        }
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (sought(matcher.group())) {
                return matcher.start();
            }
        }
        return -1;
    }

    private boolean sought(String word) {
        String folded = Folding.fold(word);
        return words.stream().anyMatch(folded::startsWith);
    }

    /** A little before what was found, at the beginning of a word. */
    private static int start(String text, int first) {
        if (first <= BEFORE) {
            return 0;
        }
        int space = text.indexOf(' ', first - BEFORE);
        return space >= 0 && space < first ? space + 1 : first;
    }

    private static int end(String text, int from) {
        if (text.length() - from <= LENGTH) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', from + LENGTH);
        if (space > from) {
            return space;
        }
        int cut = from + LENGTH;
        return Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
    }

    private List<Mark> marks(String cut) {
        List<Mark> marks = new ArrayList<>();
        Matcher matcher = WORD.matcher(cut);
        while (matcher.find()) {
            if (sought(matcher.group())) {
                marks.add(new Mark(matcher.start(), matcher.end() - matcher.start()));
            }
        }
        return marks;
    }
}
