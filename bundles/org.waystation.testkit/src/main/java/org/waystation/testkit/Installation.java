package org.waystation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
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
public record Installation(Path product, Path serverLib, Path driver) {

    /** As named by the system properties {@code waystation.product}, {@code .server.lib} and {@code .driver}. */
    public static Installation fromProperties() {
        return new Installation(
                folder("waystation.product"), folder("waystation.server.lib"), folder("waystation.driver"));
    }

    /** That of the SDK named by the system property {@code waystation.sdk}; it has no server. */
    public static Installation ofSdk() {
        Path sdk = folder("waystation.sdk");
        return new Installation(sdk.resolve("workstation"), sdk, sdk.resolve("driver"));
    }

    /** This very jar: inside the program it is the bundle that stands in for remote systems. */
    static Path testkitJar() {
        try {
            Path place = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            // In a build that has not packed it yet these are its classes, and the jar is to be beside them.
            return Files.isDirectory(place) ? only(place.getParent(), "org.waystation.testkit-") : place;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    public Path launcher() {
        return only(product.resolve("plugins"), "org.eclipse.equinox.launcher_");
    }

    public Path driverJar() {
        return only(driver, "org.waystation.driver-");
    }

    /** The jar of a bundle under {@code tests/} that is not part of the product. */
    public Path bundle(String name) {
        return only(driver.resolveSibling("../" + name + "/target").normalize(), name + "-");
    }

    /** The jar of a sample that this tree's build has made. */
    public Path sample(String name) {
        return only(driver.resolve("../../../samples/" + name + "/target").normalize(), name + "-");
    }

    public static List<Path> list(Path folder) {
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
