package org.waystation.insight.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.domain.TicketType;
import org.waystation.api.insight.InsightReport.Cause;
import org.waystation.store.WorkIndex.CauseSum;

/** Gathers what recurs: by tag, and by type where a ticket has no tag. */
final class CauseMaker {

    private final Map<String, Gathered> causes = new HashMap<>();

    private static final class Gathered {
        private final String tag;
        private final Set<Optional<UUID>> companies = new HashSet<>();
        private long tickets;
        private long minutes;
        private long reactive;
        private long assets;

        Gathered(String tag) {
            this.tag = tag;
        }
    }

    void add(CauseSum sum) {
        if (sum.tags().isEmpty()) {
            add("Untagged: " + label(sum.type()), "", sum);
        }
        sum.tags().forEach(tag -> add(tag, tag, sum));
    }

    private static String label(TicketType type) {
        return type.code().replace('_', ' ');
    }

    private void add(String name, String tag, CauseSum sum) {
        Gathered cause = causes.computeIfAbsent(name, absent -> new Gathered(tag));
        cause.tickets += sum.tickets();
        cause.minutes += sum.minutes();
        cause.reactive += sum.reactiveMinutes();
        cause.assets += sum.assets();
        if (sum.tickets() > 0) {
            cause.companies.add(sum.company());
        }
    }

    /** What made tickets more than once, most reactive work first. */
    List<Cause> most(int limit) {
        return causes.entrySet().stream()
                .filter(each -> each.getValue().tickets > 1)
                .map(each -> new Cause(
                        each.getKey(),
                        each.getValue().tag,
                        each.getValue().tickets,
                        each.getValue().minutes,
                        each.getValue().reactive,
                        each.getValue().companies.size(),
                        each.getValue().assets))
                .sorted(Comparator.comparingLong(Cause::reactiveMinutes)
                        .thenComparingLong(Cause::tickets)
                        .reversed()
                        .thenComparing(Cause::name))
                .limit(limit)
                .toList();
    }
}
