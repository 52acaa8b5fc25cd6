package org.waystation.store.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The different words of a text, as they are compared: each with a space before it, so that beginnings can be looked for. */
final class Terms {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Terms() {}

    /** The words in the order in which they first come. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>(List.of(SEPARATORS.split(Folding.fold(text))));
        words.remove("");
        return words;
    }

    static Set<String> of(Collection<String> texts) {
        return of(String.join(" ", texts));
    }

    /** What stands in a column. */
    static String column(Set<String> words) {
        return words.stream().map(Terms::beginning).collect(Collectors.joining());
    }

    /** What a column holds where one of its words begins so. */
    static String beginning(String word) {
        return ' ' + word;
    }
}
