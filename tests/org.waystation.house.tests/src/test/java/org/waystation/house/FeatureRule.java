package org.waystation.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every bundle is in a feature: one that is in none builds and passes its tests, and is missing from the product. */
final class FeatureRule implements Rule {

    @Override
    public List<String> violations(House house) throws IOException {
        String features = textOfFeatures(house.root().resolve("features"));
        List<String> violations = new ArrayList<>();
        for (BundleFolder bundle : house.bundles()) {
            if (bundle.manifest().isPresent() && !features.contains("\"" + bundle.name() + "\"")) {
                violations.add(bundle.name() + " is in no feature");
            }
        }
        return violations;
    }

    private static String textOfFeatures(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(f -> f.endsWith("feature.xml")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
