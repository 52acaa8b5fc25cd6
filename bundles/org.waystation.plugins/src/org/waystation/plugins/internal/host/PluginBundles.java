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

    private final Map<Bundle, PluginRecord> owners = new ConcurrentHashMap<>();

    public Optional<PluginRecord> ownerOf(Bundle bundle) {
        return Optional.ofNullable(owners.get(bundle));
    }

    /** Whose code a class is. */
    public Optional<PluginRecord> ownerOf(Class<?> type) {
        return Optional.ofNullable(FrameworkUtil.getBundle(type)).flatMap(this::ownerOf);
    }

    /** Whose code stands nearest to the top of a stack: the first frame of a class that lies in a plug-in's bundle. */
    public Optional<PluginRecord> culprit(List<StackTraceElement> stack) {
        return stack.stream()
                .filter(frame ->
                        frame.getModuleName() == null || !frame.getModuleName().startsWith("java."))
                .flatMap(frame -> owners.entrySet().stream()
                        .filter(owner -> owner.getKey().getState() != Bundle.UNINSTALLED)
                        .filter(owner -> owner.getKey().getEntry(classFile(frame)) != null)
                        .map(Map.Entry::getValue))
                .findFirst();
    }

    /** Of the class that made a lambda, where the frame is of one. */
    private static String classFile(StackTraceElement frame) {
        String name = frame.getClassName();
        int lambda = name.indexOf("$$");
        return '/' + (lambda < 0 ? name : name.substring(0, lambda)).replace('.', '/') + ".class";
    }

    /** To be called before a bundle of it starts. */
    void add(PluginRecord plugin, List<Bundle> bundles) {
        bundles.forEach(b -> owners.put(b, plugin));
    }

    void remove(List<Bundle> bundles) {
        bundles.forEach(owners::remove);
    }
}
