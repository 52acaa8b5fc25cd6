package org.waystation.plugins.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** The surface of the running program. */
public final class FrameworkSurface implements ProgramSurface {

    private final Map<String, BundleCapability> exports = new HashMap<>();
    private final Map<String, SortedSet<Version>> versions = new HashMap<>();
    private final Set<Bundle> own = new HashSet<>();

    public FrameworkSurface(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring == null) {
                continue;
            }
            if (bundle.getSymbolicName().startsWith("org.waystation.")) {
                own.add(bundle);
            }
            for (BundleCapability capability : wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                Map<String, Object> attributes = capability.getAttributes();
                String name = String.valueOf(attributes.get(PackageNamespace.PACKAGE_NAMESPACE));
                exports.put(name, capability);
                versions.computeIfAbsent(name, key -> new TreeSet<>())
                        .add((Version) attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE));
            }
        }
    }

    @Override
    public SortedSet<Version> exported(String packageName) {
        return versions.getOrDefault(packageName, Collections.emptySortedSet());
    }

    @Override
    public boolean holds(String packageName) {
        return exports.containsKey(packageName)
                || own.stream().anyMatch(bundle -> bundle.getEntry(packageName.replace('.', '/') + "/") != null);
    }

    @Override
    public Optional<byte[]> classFile(String type) {
        int slash = type.lastIndexOf('/');
        BundleCapability capability =
                slash < 0 ? null : exports.get(type.substring(0, slash).replace('/', '.'));
        if (capability == null) {
            return Optional.empty();
        }
        // Asked of the class loader, which also knows the classes of fragments, such as SWT's.
        ClassLoader loader = capability.getRevision().getWiring().getClassLoader();
        URL resource = loader == null ? null : loader.getResource(type + ".class");
        if (resource == null) {
            return Optional.empty();
        }
        try (InputStream in = resource.openStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
