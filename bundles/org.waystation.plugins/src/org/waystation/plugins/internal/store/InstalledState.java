package org.waystation.plugins.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waystation.api.plugins.Publisher;

/**
 * All that is installed, at one moment.
 *
 * @param generation grows by one with each change
 * @param plugins by id
 * @param pins who published a plug-in when it was first installed; stays when it is removed
 */
public record InstalledState(long generation, Map<String, PluginRecord> plugins, Map<String, Publisher> pins) {

    public static final InstalledState EMPTY = new InstalledState(0, Map.of(), Map.of());

    public InstalledState {
        plugins = Map.copyOf(plugins);
        pins = Map.copyOf(pins);
    }

    public Optional<PluginRecord> plugin(String id) {
        return Optional.ofNullable(plugins.get(id));
    }

    /** Adds them or puts them in the place of their other version, and pins publishers seen for the first time. */
    public InstalledState with(Collection<PluginRecord> records) {
        Map<String, PluginRecord> changed = new TreeMap<>(plugins);
        Map<String, Publisher> pinned = new TreeMap<>(pins);
        for (PluginRecord record : records) {
            changed.put(record.id(), record);
            if (record.publisher().signed()) {
                pinned.putIfAbsent(record.id(), record.publisher());
            }
        }
        return new InstalledState(generation + 1, changed, pinned);
    }

    public InstalledState without(String id) {
        Map<String, PluginRecord> changed = new TreeMap<>(plugins);
        changed.remove(id);
        return new InstalledState(generation + 1, changed, pins);
    }

    public List<PluginRecord> byId() {
        return new ArrayList<>(new TreeMap<>(plugins).values());
    }

    /** Hashes of every bundle that is in use. */
    public Set<String> content() {
        return plugins.values().stream()
                .flatMap(p -> p.bundles().stream())
                .map(PluginRecord.StoredBundle::hash)
                .collect(Collectors.toSet());
    }
}
