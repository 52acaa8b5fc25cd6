package org.waystation.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the published packages of this build as those that later builds are compared with. */
record BaselineWriter(BuiltParts parts) {

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (BundleJar bundle : BundleJar.in(parts.product().resolve("plugins"))) {
            if (SdkInstaller.PUBLISHED.contains(bundle.name())) {
                bundle.writePublished(folder.resolve(bundle.name() + "-" + Sdk.VERSION + ".jar"));
            }
        }
    }
}
