package org.waystation.store.internal.text;

import java.util.ArrayList;
import java.util.List;
import org.waystation.api.search.TextMatch;

/** Where typed words stand in a text, and a piece of a long text around the first place where most of them do. */
record Snippet(String text, List<TextMatch> matches) {

    private static final int LENGTH = 160;
    private static final int BEFORE = 40;
    private static final String MORE = "…";

    /** The whole text with its matches. */
    static Snippet whole(String text, List<String> typed) {
        return new Snippet(text, matches(text, typed));
    }

    /** A piece in one line; empty where nothing fits. */
    static Snippet piece(String text, List<String> typed) {
        List<TextMatch> all = matches(text, typed);
        if (all.isEmpty()) {
            return new Snippet("", List.of());
        }
        int best = 0;
        int most = 0;
        for (int i = 0; i < all.size(); i++) {
            int end = all.get(i).start() + LENGTH - BEFORE;
            int count = 0;
            while (i + count < all.size() && all.get(i + count).end() <= end) {
                count++;
            }
            if (count > most) {
                most = count;
                best = i;
            }
        }
        int start = beginning(text, Math.max(0, all.get(best).start() - BEFORE));
        int end = Math.max(all.get(best).end(), Math.min(text.length(), start + LENGTH));
        String piece = text.substring(start, end).replaceAll("\\s", " ");
        String before = start > 0 ? MORE : "";
        int shift = before.length() - start;
        List<TextMatch> shown = new ArrayList<>();
        for (TextMatch match : all) {
            if (match.start() >= start && match.end() <= end) {
                shown.add(new TextMatch(match.start() + shift, match.end() + shift));
            }
        }
        return new Snippet(before + piece + (end < text.length() ? MORE : ""), shown);
    }

    /** The next beginning of a word, so that none is shown by halves. */
    private static int beginning(String text, int from) {
        int at = from;
        while (at > 0 && at < text.length() && !Character.isWhitespace(text.charAt(at - 1)) && at < from + BEFORE / 2) {
            at++;
        }
        return at;
    }

    private static List<TextMatch> matches(String text, List<String> typed) {
        return Words.places(text).stream()
                .filter(place -> typed.stream().anyMatch(place.word()::startsWith))
                .map(place -> new TextMatch(place.start(), place.end()))
                .toList();
    }
}
