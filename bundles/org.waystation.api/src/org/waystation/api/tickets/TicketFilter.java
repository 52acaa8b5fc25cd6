package org.waystation.api.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which tickets a queue shows, as typed into its filter box: tokens such as {@code assignee:me},
 * {@code status:open}, {@code priority:p1}, {@code company:"Harbour Dental"}, {@code origin:proactive},
 * {@code type:incident}, {@code agreement:managed}, {@code tag:backup}, and free words that the subject or number
 * must hold. Tokens of the same key are alternatives; everything else must hold together.
 *
 * @param tokens in the order in which they were typed
 * @param words free text, in lower case
 */
public record TicketFilter(List<Token> tokens, List<String> words) {

    /** Keys a token may have. */
    public enum Key {
        ASSIGNEE,
        STATUS,
        PRIORITY,
        COMPANY,
        ORIGIN,
        TYPE,
        AGREEMENT,
        TAG;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Key> of(String word) {
            for (Key key : values()) {
                if (key.word().equalsIgnoreCase(word)) {
                    return Optional.of(key);
                }
            }
            return Optional.empty();
        }
    }

    /** One token, such as {@code status:open}. */
    public record Token(Key key, String value) {

        @Override
        public String toString() {
            return key.word() + ':' + (value.indexOf(' ') >= 0 ? '"' + value + '"' : value);
        }
    }

    public TicketFilter {
        tokens = List.copyOf(tokens);
        words = List.copyOf(words);
    }

    public static TicketFilter all() {
        return new TicketFilter(List.of(), List.of());
    }

    /** Reads what was typed. Nothing typed is an error: a token with an unknown key is a free word. */
    public static TicketFilter parse(String typed) {
        List<Token> tokens = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String part : split(typed)) {
            int colon = part.indexOf(':');
            Optional<Key> key = colon > 0 ? Key.of(part.substring(0, colon)) : Optional.empty();
            String value = unquote(part.substring(colon + 1));
            if (key.isPresent() && !value.isEmpty()) {
                tokens.add(new Token(key.get(), value));
            } else if (!unquote(part).isEmpty()) {
                words.add(unquote(part).toLowerCase(Locale.ROOT));
            }
        }
        return new TicketFilter(tokens, words);
    }

    public List<String> values(Key key) {
        return tokens.stream().filter(t -> t.key() == key).map(Token::value).toList();
    }

    /** What to type to get this filter. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        tokens.forEach(t -> parts.add(t.toString()));
        words.forEach(w -> parts.add(w.indexOf(' ') >= 0 ? '"' + w + '"' : w));
        return parts.stream().collect(Collectors.joining(" "));
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
