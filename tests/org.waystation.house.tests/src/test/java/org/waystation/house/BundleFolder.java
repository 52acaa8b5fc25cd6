package org.waystation.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * One folder below {@code bundles/}.
 *
 * @param name the folder's name, which is the bundle's symbolic name
 * @param manifest empty for the server, which is a plain jar
 * @param sources its Java files
 */
record BundleFolder(String name, Optional<Manifest> manifest, List<Source> sources) {

    static BundleFolder read(Path folder) throws IOException {
        Path manifest = folder.resolve("META-INF/MANIFEST.MF");
        Path sources = folder.resolve("src");
        return new BundleFolder(
                folder.getFileName().toString(),
                Files.exists(manifest) ? Optional.of(manifestIn(manifest)) : Optional.empty(),
                Files.isDirectory(sources) ? sourcesIn(sources) : List.of());
    }

    List<Clause> header(String header) {
        return manifest.map(m -> Clause.of(m, header)).orElse(List.of());
    }

    private static Manifest manifestIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Manifest(in);
        }
    }

    private static List<Source> sourcesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Source::read)
                    .toList();
        }
    }
}
