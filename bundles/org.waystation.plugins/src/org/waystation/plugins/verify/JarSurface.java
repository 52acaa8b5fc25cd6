package org.waystation.plugins.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** The surface of a program that lies in a folder of bundles. */
public final class JarSurface implements ProgramSurface {

    private final Map<String, SortedSet<Version>> exports = new HashMap<>();
    private final Map<String, Path> exporters = new HashMap<>();
    private final Set<String> packages = new HashSet<>();

    /** Reads the manifests and the names in a folder of bundles, such as {@code plugins} of the product. */
    public JarSurface(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar :
                    files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                read(jar);
            }
        }
    }

    private void read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes main = file.getManifest().getMainAttributes();
            for (ZipEntry entry : Collections.list(file.entries())) {
                int slash = entry.getName().lastIndexOf('/');
                if (slash > 0 && entry.getName().endsWith(".class")) {
                    packages.add(entry.getName().substring(0, slash).replace('/', '.'));
                }
            }
            ManifestElement[] elements =
                    ManifestElement.parseHeader(Constants.EXPORT_PACKAGE, main.getValue(Constants.EXPORT_PACKAGE));
            for (ManifestElement element : elements == null ? new ManifestElement[0] : elements) {
                for (String name : element.getValueComponents()) {
                    exports.computeIfAbsent(name, key -> new TreeSet<>())
                            .add(Version.parseVersion(element.getAttribute(Constants.VERSION_ATTRIBUTE)));
                    // A fragment's classes are its host's, under the host's exports.
                    exporters.putIfAbsent(name, jar);
                }
            }
        } catch (BundleException e) {
            throw new IOException(jar + ": " + e.getMessage(), e);
        }
    }

    @Override
    public SortedSet<Version> exported(String packageName) {
        return exports.getOrDefault(packageName, Collections.emptySortedSet());
    }

    @Override
    public boolean holds(String packageName) {
        return packages.contains(packageName) || exports.containsKey(packageName);
    }

    @Override
    public Optional<byte[]> classFile(String type) {
        int slash = type.lastIndexOf('/');
        Path jar = slash < 0 ? null : exporters.get(type.substring(0, slash).replace('/', '.'));
        if (jar == null) {
            return Optional.empty();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(type + ".class");
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = file.getInputStream(entry)) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
