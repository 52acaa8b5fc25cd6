package org.waystation.server.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a command line: {@code --flag} and {@code --name value}, each at most once. */
final class Words {

    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    Words(List<String> words, Set<String> knownFlags, Set<String> knownValues) throws UsageException {
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (flags.contains(word) || values.containsKey(word)) {
                throw new UsageException(word + " is given twice.");
            }
            if (knownFlags.contains(word)) {
                flags.add(word);
            } else if (knownValues.contains(word)) {
                if (!rest.hasNext()) {
                    throw new UsageException(word + " needs a value.");
                }
                values.put(word, rest.next());
            } else {
                throw new UsageException("Unknown option '" + word + "'; --help lists them.");
            }
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Long> whole(String name, long min, long max) throws UsageException {
        if (!values.containsKey(name)) {
            return Optional.empty();
        }
        try {
            long value = Long.parseLong(values.get(name));
            if (value >= min && value <= max) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            throw new UsageException(name + " must be a whole number, not '" + values.get(name) + "'.");
        }
        throw new UsageException(name + " must be between " + min + " and " + max + ", not " + values.get(name) + ".");
    }

    Optional<Instant> instant(String name) throws UsageException {
        try {
            return value(name).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new UsageException(
                    name + " must be a time such as 2026-11-22T09:00:00Z, not '" + values.get(name) + "'.");
        }
    }
}
