package org.waystation.sdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command: options with and without a value, and the rest in order. */
final class Options {

    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    /**
     * Reads the words.
     *
     * @param command for messages
     * @param valued options that are followed by a value
     * @param flags options that stand alone
     */
    Options(String command, List<String> words, Set<String> valued, Set<String> flags) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (flags.contains(word)) {
                values.put(word, "");
            } else if (valued.contains(word)) {
                if (i + 1 == words.size() || words.get(i + 1).isBlank()) {
                    throw new Misuse(word + " needs a value");
                }
                values.put(word, words.get(++i));
            } else if (word.startsWith("-")) {
                throw new Misuse("unknown option '" + word + "' for " + command + " (try ./waystation --help)");
            } else {
                rest.add(word);
            }
        }
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    List<String> rest() {
        return List.copyOf(rest);
    }
}
