package org.waystation.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** A configuration folder of Equinox made from the product's own, with bundles left out or added. */
final class Configuration {

    private static final String BUNDLES = "org.eclipse.equinox.simpleconfigurator/bundles.info";

    private final Path product;

    Configuration(Path product) {
        this.product = product;
    }

    /**
     * Writes the folder.
     *
     * @param keep which of the product's bundles stay, by symbolic name
     * @param extra jars to add, started at level 4
     */
    Path write(Path target, Predicate<String> keep, List<Path> extra) throws IOException {
        Path source = product.resolve("configuration");
        Path info = target.resolve(BUNDLES);
        Files.createDirectories(info.getParent());
        Files.copy(source.resolve("config.ini"), target.resolve("config.ini"));
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(source.resolve(BUNDLES))) {
            if (line.startsWith("#") || keep.test(line.substring(0, line.indexOf(',')))) {
                lines.add(absolute(line));
            }
        }
        for (Path jar : extra) {
            lines.add(entry(jar));
        }
        Files.write(info, lines, StandardOpenOption.CREATE_NEW);
        return target;
    }

    /** A started bundle, under the name and version its own manifest gives it. */
    private static String entry(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            String name = manifest.getValue("Bundle-SymbolicName").split(";")[0];
            return String.join(
                    ",", name, manifest.getValue("Bundle-Version"), jar.toUri().toString(), "4", "true");
        }
    }

    /** The product names its jars relative to its own folder. */
    private String absolute(String line) {
        if (line.startsWith("#")) {
            return line;
        }
        String[] parts = line.split(",");
        URI location = product.toUri().resolve(parts[2]);
        parts[2] = location.toString();
        return String.join(",", parts);
    }
}
