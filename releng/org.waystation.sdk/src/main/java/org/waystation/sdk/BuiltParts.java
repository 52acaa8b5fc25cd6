package org.waystation.sdk;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the build left what goes into the SDK.
 *
 * @param product the assembled workstation of this platform
 * @param testkit folder with the testkit's jar
 * @param driver folder with the driver's jar
 * @param lib the jars that this program itself runs with
 * @param samples the samples' sources
 * @param wrapper the folder that holds {@code mvnw} and {@code .mvn/wrapper}
 */
record BuiltParts(Path product, Path testkit, Path driver, Path lib, Path samples, Path wrapper) {

    static BuiltParts fromProperties() {
        return new BuiltParts(
                folder("waystation.product"),
                folder("waystation.testkit"),
                folder("waystation.driver"),
                folder("waystation.sdk.lib"),
                folder("waystation.samples"),
                folder("waystation.root"));
    }

    private static Path folder(String property) {
        Path folder = Path.of(System.getProperty(property, ""));
        if (!Files.isDirectory(folder)) {
            throw new Failure(property + " names no folder: '" + folder + "'; build first: ./waystation build");
        }
        return folder.toAbsolutePath().normalize();
    }
}
