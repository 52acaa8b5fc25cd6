package org.waystation.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the built parts lie.
 *
 * @param product the assembled workstation of this platform
 * @param serverLib the server's jars
 * @param driver folder that holds the driver bundle's jar
 */
record Installation(Path product, Path serverLib, Path driver) {

    /** As named by the system properties {@code waystation.product}, {@code .server.lib} and {@code .driver}. */
    static Installation fromProperties() {
        return new Installation(
                folder("waystation.product"), folder("waystation.server.lib"), folder("waystation.driver"));
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Path launcher() {
        return only(product.resolve("plugins"), "org.eclipse.equinox.launcher_");
    }

    Path driverJar() {
        return only(driver, "org.waystation.driver-");
    }

    /** The jar of a bundle under {@code tests/} that is not part of the product. */
    Path bundle(String name) {
        return only(driver.resolveSibling("../" + name + "/target").normalize(), name + "-");
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path only(Path folder, String prefix) {
        return list(folder).stream()
                .filter(f -> f.getFileName().toString().startsWith(prefix))
                .filter(f -> f.toString().endsWith(".jar") && !f.toString().contains("-sources"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + prefix + "*.jar in " + folder));
    }

    private static Path folder(String property) {
        String value = System.getProperty(property);
        if (value == null || !Files.isDirectory(Path.of(value))) {
            throw new IllegalStateException(
                    property + " names no folder: " + value + ". Build first: ./waystation build");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
