package org.waystation.server.selection;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which of the records in somebody's reach are wanted: those of some companies that moved lately, and what the person's own
 * open tickets need. It narrows what one gets and never widens what one may see.
 *
 * @param kinds the kinds of record
 * @param companies whose records; empty for those of all companies, an empty set for those of none
 * @param since what moved on this day (UTC) or later, or is open; empty for no limit
 * @param mine also what the person's own open tickets need, whatever company and day
 */
public record Selection(Set<String> kinds, Optional<Set<UUID>> companies, Optional<LocalDate> since, boolean mine) {

    public Selection {
        kinds = Set.copyOf(kinds);
        companies = companies.map(Set::copyOf);
    }

    /** All records of some kinds. */
    public static Selection all(Set<String> kinds) {
        return new Selection(kinds, Optional.empty(), Optional.empty(), false);
    }

    /** Whether all records of the kinds are in it. */
    public boolean isWhole() {
        return companies.isEmpty() && since.isEmpty();
    }

    /** Whether records come into it or leave it without a change of their own, because the ticket they belong to does. */
    public boolean followsTickets() {
        return since.isPresent() || (mine && companies.isPresent());
    }

    /** Tells two apart that were asked for with other words. The day is left out: it follows from when it was asked. */
    public long fingerprint() {
        String text = new TreeSet<>(kinds) + "|"
                + companies
                        .map(set -> set.stream().map(UUID::toString).sorted().collect(Collectors.joining(",")))
                        .orElse("all")
                + "|" + since.isPresent() + "|" + mine;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    /** The same from another day on. */
    public Selection since(Optional<LocalDate> day) {
        return new Selection(kinds, companies, day, mine);
    }
}
