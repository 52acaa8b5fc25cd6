package org.waystation.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A jar made from another one, under a manifest of its own. */
final class PluginJar {

    private PluginJar() {}

    /** What an entry of the new jar holds. */
    @FunctionalInterface
    interface Content {
        InputStream of(JarEntry entry) throws IOException;
    }

    /** Writes it beside the target first, so that whoever watches the target sees it whole. */
    static Path write(JarFile from, Manifest manifest, Path target, Content content) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".fresh");
        try (OutputStream file = Files.newOutputStream(fresh);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (JarEntry entry : Collections.list(from.entries())) {
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream in = content.of(entry)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
        return Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
