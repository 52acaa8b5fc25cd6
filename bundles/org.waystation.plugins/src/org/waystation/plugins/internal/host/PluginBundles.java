package org.waystation.plugins.internal.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.waystation.plugins.internal.store.PluginRecord;

/** Which bundle belongs to which plug-in. Bundles of the program itself belong to none. */
@Component(service = PluginBundles.class)
public final class PluginBundles {

    private final Map<Long, PluginRecord> owners = new ConcurrentHashMap<>();

    public Optional<PluginRecord> ownerOf(Bundle bundle) {
        return Optional.ofNullable(owners.get(bundle.getBundleId()));
    }

    /** Whose code a class is. */
    public Optional<PluginRecord> ownerOf(Class<?> type) {
        return Optional.ofNullable(FrameworkUtil.getBundle(type)).flatMap(this::ownerOf);
    }

    /** To be called before a bundle of it starts. */
    void add(PluginRecord plugin, List<Bundle> bundles) {
        bundles.forEach(b -> owners.put(b.getBundleId(), plugin));
    }

    void remove(List<Bundle> bundles) {
        bundles.forEach(b -> owners.remove(b.getBundleId()));
    }
}
