package org.waystation.plugins.internal.trust;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a company, or the technician, decided about plug-ins. Ids may end in {@code .*}, which stands for all below.
 *
 * @param source the file it came from, for messages
 * @param allow where it is not empty, only these may be installed
 * @param forbid may not be installed nor run, whatever else is said
 * @param force must run; neither disabled nor removed
 * @param repositories where plug-ins are offered, as addresses
 * @param developerMode whether unsigned packages are accepted; empty where the file does not say
 */
public record Policy(
        String source,
        List<String> allow,
        List<String> forbid,
        List<String> force,
        List<String> repositories,
        Optional<Boolean> developerMode) {

    /** Decides nothing. */
    public static final Policy NONE =
            new Policy("no policy", List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public Policy {
        allow = List.copyOf(allow);
        forbid = List.copyOf(forbid);
        force = List.copyOf(force);
        repositories = List.copyOf(repositories);
    }

    public boolean allows(String id) {
        return !matches(forbid, id) && (allow.isEmpty() || matches(allow, id) || matches(force, id));
    }

    public boolean forces(String id) {
        return matches(force, id);
    }

    public boolean acceptsUnsigned() {
        return developerMode.orElse(false);
    }

    /** This policy with another one below it, which may only add restrictions and fill gaps. */
    public Policy over(Policy lower) {
        return new Policy(
                this == NONE ? lower.source : source,
                allow.isEmpty() ? lower.allow : allow,
                both(forbid, lower.forbid),
                both(force, lower.force),
                repositories.isEmpty() ? lower.repositories : repositories,
                developerMode.or(lower::developerMode));
    }

    private static List<String> both(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static boolean matches(List<String> patterns, String id) {
        return patterns.stream()
                .anyMatch(p -> p.endsWith(".*") ? id.startsWith(p.substring(0, p.length() - 1)) : id.equals(p));
    }
}
