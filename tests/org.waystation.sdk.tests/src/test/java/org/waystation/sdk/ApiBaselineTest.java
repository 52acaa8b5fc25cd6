package org.waystation.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API of this build keeps what the released one promised; and the check that says so can fail. */
class ApiBaselineTest {

    private static final String OPEN = "package com.acme.api; public interface Face { void one(); %s }";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"org.waystation.api", "org.waystation.shell"})
    void nothingPromisedIsBroken(String bundle) throws Exception {
        Path released = PublishedJar.root().resolve("releng/api-baseline/" + bundle + "-1.0.0.jar");
        assertTrue(Files.exists(released), released + " is missing; make it with ./waystation sdk baseline");
        Path now = PublishedJar.write(bundle, folder.resolve("now.jar"));
        assertEquals(
                "",
                String.join("\n", ApiBaseline.violations(released, now)),
                "see docs/api-policy.md: step the package's version, or keep what was promised");
    }

    @Test
    void aMethodThatIsGoneBreaksWithoutAVersionStepAndNotWithOne() throws Exception {
        Path released = api("1.0.0", OPEN.formatted("void two();"));
        List<String> found = ApiBaseline.violations(released, api("1.1.0", OPEN.formatted("")));
        assertEquals(1, found.size());
        assertTrue(found.get(0).contains("two()"), found.get(0));
        assertTrue(found.get(0).contains("must be 2.0.0"), found.get(0));
        assertEquals(List.of(), ApiBaseline.violations(released, api("2.0.0", OPEN.formatted(""))));
    }

    @Test
    void aNewMethodBreaksThoseWhoImplementAndNotThoseWhoCall() throws Exception {
        String consumer =
                "package com.acme.api; @org.osgi.annotation.versioning.ConsumerType public interface Face { %s }";
        String provider = consumer.replace("Consumer", "Provider");
        assertEquals(
                1,
                ApiBaseline.violations(
                                api("1.0.0", consumer.formatted("")), api("1.1.0", consumer.formatted("void one();")))
                        .size());
        assertEquals(
                List.of(),
                ApiBaseline.violations(
                        api("1.0.0", provider.formatted("")), api("1.1.0", provider.formatted("void one();"))));
    }

    private Path api(String version, String source) throws IOException {
        return new JavaJar()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", "com.acme.api")
                .header("Bundle-Version", version)
                .header("Export-Package", "com.acme.api;version=\"" + version + "\"")
                .source("Face", source)
                .write(Files.createTempFile(folder, "api", ".jar"));
    }
}
