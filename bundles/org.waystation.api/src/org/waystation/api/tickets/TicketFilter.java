package org.waystation.api.tickets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waystation.api.live.TypedFilter;

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

        private static final Set<String> WORDS =
                Stream.of(values()).map(Key::word).collect(Collectors.toUnmodifiableSet());

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
            return new TypedFilter.Token(key.word(), value).toString();
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
        TypedFilter read = TypedFilter.parse(typed, Key.WORDS);
        return new TicketFilter(
                read.tokens().stream()
                        .map(token -> new Token(Key.of(token.key()).orElseThrow(), token.value()))
                        .toList(),
                read.words());
    }

    public List<String> values(Key key) {
        return tokens.stream().filter(t -> t.key() == key).map(Token::value).toList();
    }

    /** What to type to get this filter. */
    @Override
    public String toString() {
        return new TypedFilter(
                        tokens.stream()
                                .map(token -> new TypedFilter.Token(token.key().word(), token.value()))
                                .toList(),
                        words)
                .toString();
    }
}
