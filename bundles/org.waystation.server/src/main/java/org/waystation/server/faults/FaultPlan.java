package org.waystation.server.faults;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Decides what goes wrong. The n-th request to a path has the fault that the seed gives it, whatever other paths were
 * asked meanwhile: a client that does the same meets the same.
 */
final class FaultPlan {

    /** How often the whole history may change. */
    private static final int HISTORIES = 3;

    private final FaultOptions options;
    private final Map<String, Long> counts = new HashMap<>();
    private long requests;
    private int histories;

    FaultPlan(FaultOptions options) {
        this.options = options;
    }

    /**
     * The fault of the next request.
     *
     * @param path without the query
     */
    synchronized Optional<FaultKind> next(String method, String path) {
        requests++;
        String route = method + " " + path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
        long count = counts.merge(route, 1L, Long::sum);
        if (requests > options.requests()) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(options.seed() * 1_000_003 + route.hashCode() * 31L + count);
        boolean wrong = random.nextDouble() < options.rate();
        List<FaultKind> suited = options.kinds().stream()
                .filter(kind -> kind.suits(method, path))
                .sorted(Comparator.naturalOrder())
                .toList();
        if (!wrong || suited.isEmpty()) {
            return Optional.empty();
        }
        FaultKind kind = suited.get(random.nextInt(suited.size()));
        if (kind.changesHistory() && ++histories > HISTORIES) {
            return Optional.empty();
        }
        return Optional.of(kind);
    }
}
