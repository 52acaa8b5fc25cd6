package org.waystation.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bundles of a checkout.
 *
 * @param root the checkout
 * @param bundles every folder below {@code bundles/} that holds sources or a manifest
 */
record House(Path root, List<BundleFolder> bundles) {

    static House read(Path root) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(root.resolve("bundles"))) {
            folders = children.filter(child -> Files.isDirectory(child.resolve("src"))
                            || Files.exists(child.resolve("META-INF/MANIFEST.MF")))
                    .sorted()
                    .toList();
        }
        List<BundleFolder> bundles = new java.util.ArrayList<>();
        for (Path folder : folders) {
            bundles.add(BundleFolder.read(folder));
        }
        return new House(root, List.copyOf(bundles));
    }

    /** The bundle of ours that exports the package. */
    Optional<BundleFolder> exporterOf(String packageName) {
        return bundles.stream()
                .filter(bundle -> bundle.header("Export-Package").stream()
                        .anyMatch(clause -> clause.name().equals(packageName)))
                .findFirst();
    }

    Optional<BundleFolder> bundle(String name) {
        return bundles.stream().filter(bundle -> bundle.name().equals(name)).findFirst();
    }
}
