package org.waystation.plugins.internal.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.waystation.api.plugins.PluginDependency;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;

/** Which plug-ins need which. */
public final class DependencyOrder {

    private final Map<String, PluginDescription> plugins = new TreeMap<>();

    public DependencyOrder(Collection<PluginDescription> plugins) {
        plugins.forEach(p -> this.plugins.put(p.id(), p));
    }

    /**
     * The ids of all, those needed by others first.
     *
     * @throws PluginRefusedException where one is missing, or some need each other
     */
    public List<String> sorted() {
        Set<String> sorted = new LinkedHashSet<>();
        plugins.keySet().forEach(id -> visit(id, sorted, new ArrayDeque<>()));
        return List.copyOf(sorted);
    }

    private void visit(String id, Set<String> sorted, Deque<String> path) {
        if (path.contains(id)) {
            List<String> cycle = new ArrayList<>(path);
            throw refuse(new Refusal.NeedEachOther(cycle.subList(cycle.indexOf(id), cycle.size())));
        }
        if (sorted.contains(id)) {
            return;
        }
        missing(id).ifPresent(needed -> {
            throw refuse(new Refusal.MissingDependency(id, needed));
        });
        path.addLast(id);
        plugins.get(id).requires().stream().map(PluginDependency::id).sorted().forEach(n -> visit(n, sorted, path));
        path.removeLast();
        sorted.add(id);
    }

    /** What a plug-in needs and is not there in a version that fits; empty where nothing is missing. */
    public Optional<PluginDependency> missing(String id) {
        return plugins.get(id).requires().stream().filter(this::isMissing).findFirst();
    }

    private boolean isMissing(PluginDependency needed) {
        PluginDescription there = plugins.get(needed.id());
        return there == null
                || !VersionRange.valueOf(needed.versions()).includes(Version.parseVersion(there.version()));
    }

    /** All that need one of these, directly or through others; without these themselves. */
    public Set<String> dependents(Collection<String> ids) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            String id = open.remove();
            for (PluginDescription plugin : plugins.values()) {
                boolean needs = plugin.requires().stream().anyMatch(d -> d.id().equals(id));
                if (needs && !ids.contains(plugin.id()) && found.add(plugin.id())) {
                    open.add(plugin.id());
                }
            }
        }
        return found;
    }

    private static PluginRefusedException refuse(Refusal refusal) {
        return new PluginRefusedException(refusal);
    }
}
