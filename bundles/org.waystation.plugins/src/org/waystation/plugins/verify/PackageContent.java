package org.waystation.plugins.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.internal.pack.BundleFile;
import org.waystation.plugins.internal.pack.PluginPackage;

/** The classes and manifests of a package's bundles. */
final class PackageContent {

    private final List<Manifest> manifests = new ArrayList<>();
    private final List<ClassUse> classes = new ArrayList<>();
    private final Set<String> packages = new HashSet<>();
    private boolean licenceFile;

    static PackageContent read(PluginPackage plugin) throws IOException {
        PackageContent content = new PackageContent();
        for (BundleFile bundle : plugin.bundles()) {
            try (JarFile jar = new JarFile(bundle.file().toFile())) {
                content.read(jar);
            }
        }
        return content;
    }

    private void read(JarFile jar) throws IOException {
        manifests.add(jar.getManifest());
        for (ZipEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            licenceFile |= name.matches("(?i)(META-INF/)?(LICEN[SC]E|COPYING)[^/]*");
            if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class")) {
                try (InputStream in = jar.getInputStream(entry)) {
                    add(name, in.readAllBytes());
                }
            }
        }
    }

    private void add(String name, byte[] bytes) {
        try {
            classes.add(ClassUse.of(bytes));
        } catch (RuntimeException e) {
            throw new PluginRefusedException(
                    new Refusal.UnexpectedContent("the class “" + name + "” cannot be read (" + e + ")"));
        }
        int slash = name.lastIndexOf('/');
        packages.add(slash < 0 ? "" : name.substring(0, slash).replace('/', '.'));
    }

    List<ClassUse> classes() {
        return classes;
    }

    boolean owns(String packageName) {
        return packages.contains(packageName);
    }

    boolean hasLicenceFile() {
        return licenceFile;
    }

    /** A header of the main bundle. */
    Optional<String> header(String name) {
        return Optional.ofNullable(manifests.get(0).getMainAttributes().getValue(name));
    }

    /** The elements of a header in all bundles. */
    List<ManifestElement> elements(String header) {
        List<ManifestElement> all = new ArrayList<>();
        for (Manifest manifest : manifests) {
            try {
                ManifestElement[] found = ManifestElement.parseHeader(
                        header, manifest.getMainAttributes().getValue(header));
                all.addAll(found == null ? List.of() : List.of(found));
            } catch (BundleException e) {
                throw new PluginRefusedException(new Refusal.MalformedHeader(header, String.valueOf(e.getMessage())));
            }
        }
        return all;
    }
}
