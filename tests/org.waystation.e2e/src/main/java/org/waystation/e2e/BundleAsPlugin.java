package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waystation.api.plugins.Capability;
import org.waystation.testkit.Installation;

/** A screen of the product as a plug-in: the same classes under a manifest that says so. */
record BundleAsPlugin(Installation installation, String id) {

    /** Writes the package into a folder. */
    Path write(Path folder) throws IOException {
        Path bundle = Installation.list(installation.product().resolve("plugins")).stream()
                .filter(jar -> jar.getFileName().toString().startsWith(id + "_"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The product has no " + id));
        try (JarFile jar = new JarFile(bundle.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            String all = Stream.of(Capability.values()).map(Capability::word).collect(Collectors.joining(","));
            manifest.getMainAttributes()
                    .putValue(
                            "Waystation-Plugin",
                            id + ";name=\"" + id + "\";vendor=\"Waystation\";since-api=\"1.0\";capabilities=\"" + all
                                    + "\"");
            return PluginJar.write(jar, manifest, folder.resolve(id + ".jar"), jar::getInputStream);
        }
    }
}
