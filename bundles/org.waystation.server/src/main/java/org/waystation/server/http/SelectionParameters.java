package org.waystation.server.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waystation.server.kind.KindDefinition;
import org.waystation.server.kind.Kinds;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.selection.Selection;

/** Reads what part of the records somebody wants to have. */
final class SelectionParameters {

    static final Set<String> NAMES = Set.of("companies", "days", "since", "mine");

    private static final int MAX_COMPANIES = 1_000;
    private static final int MAX_DAYS = 3_650;
    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final Clock clock;

    SelectionParameters(Clock clock) {
        this.clock = clock;
    }

    /** The names of these parameters and of others. */
    static Set<String> and(String... others) {
        Set<String> names = new HashSet<>(NAMES);
        names.addAll(List.of(others));
        return names;
    }

    /** @param kinds the kinds wanted */
    Selection read(Parameters parameters, Set<String> kinds) {
        return new Selection(kinds, companies(parameters), since(parameters), mine(parameters));
    }

    /** The kinds named by a parameter; all of them where it is missing. */
    static Set<String> kinds(Parameters parameters, String name) {
        Set<String> known = Kinds.all().stream()
                .map(KindDefinition::kind)
                .map(Object::toString)
                .collect(Collectors.toSet());
        Set<String> wanted = new HashSet<>(parameters.words(name));
        if (!known.containsAll(wanted)) {
            throw ProblemException.ofField(name, "unknown_value", "must be kinds of records that this server keeps");
        }
        return wanted.isEmpty() ? known : wanted;
    }

    private static Optional<Set<UUID>> companies(Parameters parameters) {
        List<String> words = parameters.words("companies");
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.equals(List.of("none"))) {
            return Optional.of(Set.of());
        }
        if (words.size() > MAX_COMPANIES) {
            throw ProblemException.ofField("companies", "too_many", "must be at most " + MAX_COMPANIES);
        }
        return Optional.of(
                words.stream().map(word -> Parameters.id("companies", word)).collect(Collectors.toSet()));
    }

    private Optional<LocalDate> since(Parameters parameters) {
        Optional<LocalDate> since = parameters.text("since").map(SelectionParameters::day);
        Optional<LocalDate> days = parameters.text("days").map(this::daysAgo);
        if (since.isPresent() && days.isPresent()) {
            throw ProblemException.ofField("days", "contradiction", "must not be given together with since");
        }
        return since.or(() -> days);
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw ProblemException.ofField("since", "not_a_date", "must be a date such as 2026-11-22");
        }
        throw ProblemException.ofField("since", "out_of_range", "must lie between the years 1970 and 2999");
    }

    private LocalDate daysAgo(String text) {
        int days;
        try {
            days = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            days = 0;
        }
        if (days < 1 || days > MAX_DAYS) {
            throw ProblemException.ofField("days", "out_of_range", "must be between 1 and " + MAX_DAYS);
        }
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(days);
    }

    private static boolean mine(Parameters parameters) {
        String text = parameters.text("mine").orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw ProblemException.ofField("mine", "not_a_boolean", "must be true or false");
        }
        return text.equals("true");
    }
}
