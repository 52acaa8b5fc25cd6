package org.waystation.sync.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;

/**
 * Merges an operation with what somebody else did to its record meanwhile, field by field and three ways: the base is
 * the old value that the operation carries, mine its new value, theirs the record as it now is. Only a field that both
 * sides changed to different values needs a person. Lists of names
 * merge as sets, texts of several lines by line.
 */
final class FieldMerge {

    /** Fields whose order does not matter and in which nothing comes twice. */
    private static final Set<String> SETS =
            Set.of("tags", "watchers", "links", "relations", "memberIds", "assetIds", "ticketIds", "coveredKinds");

    private static final TextMerge TEXTS = new TextMerge();

    /**
     * @param mine the operation that the server did not apply
     * @param theirs the record as it now is; empty where it was deleted
     * @param insist whether a person has decided that mine shall stand where both sides changed the same
     */
    Merge merge(Operation mine, Optional<EntityRecord> theirs, boolean insist) {
        if (theirs.isEmpty()) {
            return mine.type() == Operation.Type.DELETE
                    ? new Merge.AlreadyGone(mine.id())
                    : clash(
                            mine,
                            Optional.empty(),
                            "Somebody deleted this " + mine.kind() + " on the server.",
                            List.of());
        }
        EntityRecord current = theirs.get();
        return switch (mine.type()) {
            // The id was made here, so what has it came from this very operation; others may have gone on from there.
            // Notes and time entries, which are only ever appended, never get further than this.
            case CREATE -> new Merge.AlreadyThere(mine.id(), current);
            case UPDATE -> mergeUpdate(mine, current, insist);
            case DELETE ->
                insist
                        ? new Merge.Rebased(mine.rebased(current.version(), mine.changes()), current)
                        : clash(
                                mine,
                                theirs,
                                "Somebody changed this " + mine.kind() + " after you last saw it.",
                                List.of());
        };
    }

    private static Merge mergeUpdate(Operation mine, EntityRecord theirs, boolean insist) {
        List<FieldChange> merged = new ArrayList<>();
        List<Merge.FieldClash> clashes = new ArrayList<>();
        for (FieldChange change : mine.changes()) {
            Object current = theirs.data().get(change.field());
            if (same(change.field(), change.newValue(), current)) {
                continue; // both wanted the same
            }
            if (same(change.field(), change.oldValue(), current)) {
                merged.add(change);
            } else if (SETS.contains(change.field())) {
                mergeSets(change, current).ifPresent(merged::add);
            } else if (insist) {
                merged.add(new FieldChange(change.field(), current, change.newValue()));
            } else if (mergedText(change, current).isPresent()) {
                merged.add(new FieldChange(
                        change.field(), current, mergedText(change, current).get()));
            } else {
                clashes.add(new Merge.FieldClash(change.field(), change.oldValue(), change.newValue(), current));
            }
        }
        if (!clashes.isEmpty()) {
            return clash(
                    mine,
                    Optional.of(theirs),
                    "You and somebody else changed the same part of this " + mine.kind() + ".",
                    clashes);
        }
        return merged.isEmpty()
                ? new Merge.AlreadyThere(mine.id(), theirs)
                : new Merge.Rebased(mine.rebased(theirs.version(), merged), theirs);
    }

    private static Optional<String> mergedText(FieldChange mine, @Nullable Object theirs) {
        return mine.oldValue() instanceof String base
                        && mine.newValue() instanceof String wanted
                        && theirs instanceof String current
                        && TextMerge.isLong(base)
                ? TEXTS.merge(base, wanted, current)
                : Optional.empty();
    }

    private static Merge clash(
            Operation mine, Optional<EntityRecord> theirs, String title, List<Merge.FieldClash> clashes) {
        return new Merge.Clash(mine.id(), Merge.problem(title, clashes), theirs);
    }

    /** Theirs, without what we took out, with what we put in; empty where that is how it stands already. */
    private static Optional<FieldChange> mergeSets(FieldChange mine, @Nullable Object theirs) {
        Set<Object> base = set(mine.oldValue());
        Set<Object> wanted = set(mine.newValue());
        Set<Object> merged = new LinkedHashSet<>(set(theirs));
        merged.removeIf(element -> base.contains(element) && !wanted.contains(element));
        wanted.stream().filter(element -> !base.contains(element)).forEach(merged::add);
        return merged.equals(set(theirs))
                ? Optional.empty()
                : Optional.of(new FieldChange(mine.field(), theirs, List.copyOf(merged)));
    }

    private static boolean same(String field, @Nullable Object a, @Nullable Object b) {
        return SETS.contains(field) ? set(a).equals(set(b)) : Values.same(a, b);
    }

    private static Set<Object> set(@Nullable Object value) {
        Set<Object> set = new LinkedHashSet<>();
        if (value instanceof List<?> list) {
            list.stream().filter(Objects::nonNull).forEach(set::add);
        } else if (value != null) {
            set.add(value);
        }
        return set;
    }
}
