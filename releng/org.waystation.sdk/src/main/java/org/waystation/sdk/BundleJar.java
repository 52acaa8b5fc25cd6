package org.waystation.sdk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** One bundle of the product. */
record BundleJar(Path file, String name, String version) {

    static BundleJar read(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes main = jar.getManifest().getMainAttributes();
            return new BundleJar(
                    file,
                    main.getValue(Constants.BUNDLE_SYMBOLICNAME).split(";")[0].strip(),
                    main.getValue(Constants.BUNDLE_VERSION));
        }
    }

    /** Every bundle in a folder, by name. */
    static List<BundleJar> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<BundleJar> found = new java.util.ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                found.add(read(file));
            }
            return found;
        }
    }

    /** Writes a jar that holds the exported packages alone: nobody can compile against what is not published. */
    void writePublished(Path target) throws IOException {
        try (JarFile jar = new JarFile(file.toFile());
                OutputStream out = Files.newOutputStream(target)) {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().putAll(jar.getManifest().getMainAttributes());
            manifest.getMainAttributes().remove(new Attributes.Name("Service-Component"));
            manifest.getMainAttributes().remove(new Attributes.Name("Model-Fragment"));
            Set<String> exported = exported(manifest);
            try (JarOutputStream copy = new JarOutputStream(out, manifest)) {
                for (var entry : Collections.list(jar.entries())) {
                    int slash = entry.getName().lastIndexOf('/');
                    if (slash < 0 || !exported.contains(entry.getName().substring(0, slash)) || entry.isDirectory()) {
                        continue;
                    }
                    ZipEntry fresh = new ZipEntry(entry.getName());
                    fresh.setTime(0);
                    copy.putNextEntry(fresh);
                    jar.getInputStream(entry).transferTo(copy);
                    copy.closeEntry();
                }
            }
        }
    }

    private static Set<String> exported(Manifest manifest) {
        Set<String> folders = new HashSet<>();
        try {
            String header = manifest.getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
            for (ManifestElement element : ManifestElement.parseHeader(Constants.EXPORT_PACKAGE, header)) {
                folders.add(element.getValue().replace('.', '/'));
            }
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
        return folders;
    }
}
