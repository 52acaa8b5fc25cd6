package org.waystation.plugins.ui.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waystation.api.plugins.Capability;

/**
 * A bundle of the product as a plug-in: the same classes under a manifest that says so, so that it is handed its services,
 * used and undone by the very host that does it for a team's own.
 */
final class AsPlugin {

    private AsPlugin() {}

    /** The package; the bundle itself where it is a plug-in already. */
    static Path of(Path bundle, String name, Path folder) throws IOException {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest.getMainAttributes().getValue("Waystation-Plugin") != null) {
                return bundle;
            }
            manifest.getMainAttributes().putValue("Waystation-Plugin", header(name));
            Path file = folder.resolve(name + ".jar");
            try (OutputStream out = Files.newOutputStream(file);
                    JarOutputStream to = new JarOutputStream(out, manifest)) {
                copy(jar, to);
            }
            return file;
        }
    }

    private static String header(String name) {
        String all = Stream.of(Capability.values()).map(Capability::word).collect(Collectors.joining(","));
        return name + ";name=\"" + name + "\";vendor=\"Waystation\";since-api=\"1.0\";capabilities=\"" + all + "\"";
    }

    private static void copy(JarFile from, JarOutputStream to) throws IOException {
        Enumeration<JarEntry> entries = from.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            if (!entry.getName().equals(JarFile.MANIFEST_NAME) && !entry.isDirectory()) {
                to.putNextEntry(new JarEntry(entry.getName()));
                from.getInputStream(entry).transferTo(to);
                to.closeEntry();
            }
        }
    }
}
