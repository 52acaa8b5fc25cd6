package org.waystation.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The application model names classes as text, so the compiler does not see a wrong one: the window would open with a
 * hole in it. This test loads every class that a model file of ours names.
 */
class ModelContributionsTest {

    private static final Pattern CONTRIBUTION = Pattern.compile("\"bundleclass://([^/\"]+)/([^\"]+)\"");

    @Test
    void everyClassNamedInAModelFileLoads() throws IOException {
        List<String> missing = new ArrayList<>();
        int seen = 0;
        for (URL model : modelFiles()) {
            Matcher contribution = CONTRIBUTION.matcher(textOf(model));
            while (contribution.find()) {
                seen++;
                if (!loads(contribution.group(1), contribution.group(2))) {
                    missing.add(model.getPath() + ": " + contribution.group());
                }
            }
        }
        assertEquals(List.of(), missing);
        assertFalse(seen == 0, "no model file with a contribution was found");
    }

    private static List<URL> modelFiles() {
        List<URL> files = new ArrayList<>();
        for (Bundle bundle : bundles()) {
            if (bundle.getSymbolicName().startsWith("org.waystation.")) {
                var found = bundle.findEntries("/", "*.e4xmi", true);
                files.addAll(found == null ? List.of() : Collections.list(found));
            }
        }
        return files;
    }

    private static String textOf(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean loads(String bundleName, String className) {
        return bundles().stream()
                .filter(b -> b.getSymbolicName().equals(bundleName))
                .anyMatch(b -> {
                    try {
                        return b.loadClass(className) != null;
                    } catch (ClassNotFoundException e) {
                        return false;
                    }
                });
    }

    private static List<Bundle> bundles() {
        return Arrays.asList(FrameworkUtil.getBundle(ModelContributionsTest.class)
                .getBundleContext()
                .getBundles());
    }
}
