package org.waystation.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A bundle of ours as a jar, out of what the build has compiled so far. */
final class PublishedJar {

    private PublishedJar() {}

    static Path write(String bundle, Path target) throws IOException {
        Path folder = root().resolve("bundles").resolve(bundle);
        Manifest manifest;
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            manifest = new Manifest(in);
        }
        manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), "1.0.0");
        Path whole = Files.createTempFile("whole", ".jar");
        try (OutputStream out = Files.newOutputStream(whole);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            Path classes = folder.resolve("target/classes");
            for (Path file : Folders.all(classes)) {
                if (file.toString().endsWith(".class")) {
                    jar.putNextEntry(
                            new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, jar);
                    jar.closeEntry();
                }
            }
        }
        new BundleJar(whole, bundle, "1.0.0").writePublished(target);
        Files.delete(whole);
        return target;
    }

    static Path root() {
        return Path.of(System.getProperty("waystation.root"));
    }
}
