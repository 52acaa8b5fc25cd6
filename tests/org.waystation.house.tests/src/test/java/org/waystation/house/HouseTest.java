package org.waystation.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules, held against this checkout. */
class HouseTest {

    static List<Named<Rule>> rules() {
        return List.of(
                Named.of("floors", new FloorRule()),
                Named.of("forbidden", new ForbiddenRule()),
                Named.of("manifests", new ManifestRule()),
                Named.of("null-marked", new NullMarkedRule()),
                Named.of("features", new FeatureRule()),
                Named.of("capabilities", new CapabilityRule()),
                Named.of("notice", new NoticeRule()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule rule) throws IOException {
        assertEquals("", String.join("\n", rule.violations(checkout())));
    }

    @Test
    void theWholeHouseIsSeen() throws IOException {
        House house = checkout();
        assertTrue(house.bundle("org.waystation.api").isPresent());
        assertTrue(house.bundle("org.waystation.server").isPresent());
        assertTrue(house.bundles().stream()
                .filter(bundle -> bundle.header("Fragment-Host").isEmpty())
                .allMatch(bundle -> !bundle.sources().isEmpty()));
    }

    private static House checkout() throws IOException {
        return House.read(Path.of(System.getProperty("basedir", ".")).resolve("../.."));
    }
}
