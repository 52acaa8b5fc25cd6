package org.waystation.shell.internal.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Signs at the beginning of what is typed that narrow the search to one group, so that nobody has to leave the keys for
 * a tab.
 *
 * @param sign as it is typed
 * @param group what is searched then
 */
record Prefix(String sign, String group) {

    static final List<Prefix> ALL = List.of(
            new Prefix("t:", "Tickets"),
            new Prefix("a:", "Assets"),
            new Prefix("k:", "Articles"),
            new Prefix("c:", "Companies"),
            new Prefix("p:", "Contacts"),
            new Prefix("s:", "Sessions"),
            new Prefix("v:", "Credentials"),
            new Prefix(">", "Commands"));

    /**
     * What is asked for.
     *
     * @param prefix none where all is meant, or what a tab says
     * @param text without the sign
     */
    record Asked(Optional<Prefix> prefix, String text) {}

    static Asked read(String typed) {
        String text = typed.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(prefix -> lower.startsWith(prefix.sign()))
                .findFirst()
                .map(prefix -> new Asked(
                        Optional.of(prefix),
                        text.substring(prefix.sign().length()).strip()))
                .orElse(new Asked(Optional.empty(), text));
    }
}
