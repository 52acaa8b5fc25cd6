package org.waystation.server.faults;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What shall go wrong, and how often.
 *
 * @param seed the same seed makes the same faults at the same requests
 * @param rate share of the requests that go wrong, 0 to 1
 * @param requests after so many requests all is well; {@code Long.MAX_VALUE} for never
 */
public record FaultOptions(long seed, Set<FaultKind> kinds, double rate, long requests) {

    /** Help for people. */
    public static final String HELP = """
              --faults WORDS      goes wrong on purpose, to test clients; on this machine only. WORDS such as
                                  seed=7,rate=0.2,kinds=all or kinds=lost-reply+gone-410, and requests=500 to go
                                  wrong with the first 500 requests only
            """;

    public FaultOptions {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Reads {@code seed=…,kinds=…,rate=…,requests=…}, each of which may be left out.
     *
     * @throws IllegalArgumentException in words for the operator
     */
    public static FaultOptions parse(String words) {
        Map<String, String> values = new HashMap<>();
        for (String word : words.split(",")) {
            String[] parts = word.split("=", 2);
            if (parts.length != 2
                    || !Set.of("seed", "kinds", "rate", "requests").contains(parts[0])) {
                throw new IllegalArgumentException(
                        "--faults takes seed=N,kinds=all,rate=0.2,requests=N, not '" + word + "'.");
            }
            values.put(parts[0], parts[1]);
        }
        try {
            double rate = Double.parseDouble(values.getOrDefault("rate", "0.2"));
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("--faults rate must be between 0 and 1.");
            }
            return new FaultOptions(
                    Long.parseLong(values.getOrDefault("seed", "1")),
                    kinds(values.getOrDefault("kinds", "all")),
                    rate,
                    Optional.ofNullable(values.get("requests"))
                            .map(Long::parseLong)
                            .orElse(Long.MAX_VALUE));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--faults takes numbers for seed, rate and requests.", e);
        }
    }

    private static Set<FaultKind> kinds(String text) {
        if (text.equals("all")) {
            return EnumSet.allOf(FaultKind.class);
        }
        return Stream.of(text.split("\\+"))
                .map(code -> FaultKind.find(code)
                        .orElseThrow(() -> new IllegalArgumentException("--faults knows no '" + code + "', only all, "
                                + Stream.of(FaultKind.values())
                                        .map(FaultKind::code)
                                        .collect(Collectors.joining(", "))
                                + ".")))
                .collect(Collectors.toSet());
    }
}
