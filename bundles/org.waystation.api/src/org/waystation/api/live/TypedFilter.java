package org.waystation.api.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter as it is typed into a filter box: tokens such as {@code kind:server} or {@code company:"Harbour Dental"}, and
 * free words. Tokens of the same key are alternatives; everything else must hold together.
 *
 * @param tokens in the order in which they were typed
 * @param words free text, in lower case
 */
public record TypedFilter(List<Token> tokens, List<String> words) {

    /**
     * One token.
     *
     * @param key in lower case
     */
    public record Token(String key, String value) {

        @Override
        public String toString() {
            return key + ':' + quoted(value);
        }
    }

    public TypedFilter {
        tokens = List.copyOf(tokens);
        words = List.copyOf(words);
    }

    /** Lets everything through. */
    public static TypedFilter all() {
        return new TypedFilter(List.of(), List.of());
    }

    /**
     * Reads what was typed. Nothing typed is an error: a token with an unknown key is a free word.
     *
     * @param keys those that a token may have, in lower case
     */
    public static TypedFilter parse(String typed, Set<String> keys) {
        List<Token> tokens = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String part : split(typed)) {
            int colon = part.indexOf(':');
            String key = colon > 0 ? part.substring(0, colon).toLowerCase(Locale.ROOT) : "";
            String value = unquote(part.substring(colon + 1));
            if (keys.contains(key) && !value.isEmpty()) {
                tokens.add(new Token(key, value));
            } else if (!unquote(part).isEmpty()) {
                words.add(unquote(part).toLowerCase(Locale.ROOT));
            }
        }
        return new TypedFilter(tokens, words);
    }

    public List<String> values(String key) {
        return tokens.stream()
                .filter(token -> token.key().equals(key))
                .map(Token::value)
                .toList();
    }

    /** What to type to get this filter. */
    @Override
    public String toString() {
        return Stream.concat(
                        tokens.stream().map(Token::toString), words.stream().map(TypedFilter::quoted))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return text.indexOf(' ') >= 0 ? '"' + text + '"' : text;
    }

    private static List<String> split(String typed) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : typed.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (Character.isWhitespace(c) && !quoted) {
                if (!part.isEmpty()) {
                    parts.add(part.toString());
                    part.setLength(0);
                }
            } else {
                part.append(c);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static String unquote(String text) {
        return text.replace("\"", "").strip();
    }
}
