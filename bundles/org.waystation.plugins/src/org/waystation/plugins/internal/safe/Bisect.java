package org.waystation.plugins.internal.safe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the plug-in that does harm by running with half of those under suspicion at a time. One step is a value: it can
 * be written down over a restart.
 *
 * @param pinned run in each step and are not under suspicion
 * @param suspects one of these does it, if any does
 * @param trying those of the suspects that run in this step
 * @param confirmed whether the fault was seen with all of them, or at all
 */
public record Bisect(Set<String> pinned, List<String> suspects, List<String> trying, boolean confirmed) {

    public Bisect {
        pinned = Set.copyOf(pinned);
        suspects = List.copyOf(suspects);
        trying = List.copyOf(trying);
    }

    /** The first step runs without any suspect: a fault that is there then is none of theirs. */
    public static Bisect start(Set<String> installed, Set<String> pinned) {
        Set<String> suspects = new TreeSet<>(installed);
        suspects.removeAll(pinned);
        return new Bisect(pinned, List.copyOf(suspects), List.of(), false);
    }

    /** What runs in this step. */
    public Set<String> running() {
        Set<String> running = new LinkedHashSet<>(pinned);
        running.addAll(trying);
        return running;
    }

    /**
     * Takes what the technician saw in this step.
     *
     * @param fault whether the fault was there
     */
    public Bisect saw(boolean fault) {
        if (!confirmed && fault) {
            return new Bisect(pinned, List.of(), List.of(), true);
        }
        List<String> left = confirmed
                ? suspects.stream().filter(s -> trying.contains(s) == fault).toList()
                : suspects;
        return new Bisect(pinned, left, left.subList(0, left.size() / 2), true);
    }

    public boolean finished() {
        return confirmed && suspects.size() <= 1;
    }

    /** Who does it; empty while it is not known, and where the fault is there without any of them. */
    public Optional<String> culprit() {
        return finished() ? suspects.stream().findFirst() : Optional.empty();
    }
}
