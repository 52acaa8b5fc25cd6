package org.waystation.store.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Typed words as an FTS5 expression: each has to begin a word of the text, in any order. Punctuation separates, as it does
 * in the index, so nothing that is typed is an operator.
 *
 * @param expression each word quoted, with a star
 */
record SearchText(String expression) {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Co}]+");

    /** Empty where there is nothing to look for. */
    static Optional<SearchText> of(List<String> typed) {
        String expression = typed.stream()
                .flatMap(part -> Arrays.stream(SEPARATORS.split(part)))
                .filter(word -> !word.isEmpty())
                .map(word -> '"' + word + "\"*")
                .collect(Collectors.joining(" "));
        return expression.isEmpty() ? Optional.empty() : Optional.of(new SearchText(expression));
    }
}
