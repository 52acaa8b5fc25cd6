package org.waystation.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waystation.api.plugins.ContributionKind;

/** The guide shows what is in the samples, word by word, and names each kind. */
class GuideTest {

    /** A comment that names a file of the samples, and the code block after it. */
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+) -->\\s*```\\w*\\n(.*?)\\n```", Pattern.DOTALL);

    @Test
    void everySnippetStandsInItsSample() throws IOException {
        Matcher snippet = SNIPPET.matcher(guide());
        List<String> seen = new ArrayList<>();
        while (snippet.find()) {
            seen.add(snippet.group(1));
            assertEquals("", difference(snippet.group(1), snippet.group(2)));
        }
        assertTrue(seen.size() >= 5, seen.toString());
    }

    @Test
    void aSnippetThatDiffersIsFound() throws IOException {
        assertTrue(
                difference("tool-window/bnd.bnd", "Model-Fragment: other.e4xmi").contains("tool-window/bnd.bnd"));
    }

    @Test
    void everyKindHasASampleAndIsInTheGuide() throws IOException {
        String guide = guide();
        List<String> kinds = Arrays.stream(ContributionKind.values())
                .map(ContributionKind::word)
                .sorted()
                .toList();
        assertEquals(kinds, PluginKind.words().stream().sorted().toList());
        for (String kind : kinds) {
            assertTrue(Files.exists(samples().resolve(kind).resolve("pom.xml")), "no sample for " + kind);
            assertTrue(guide.contains("`" + kind + "`"), "the guide does not name " + kind);
        }
    }

    private static String difference(String file, String shown) throws IOException {
        String sample = Files.readString(samples().resolve(file));
        return sample.contains(shown) ? "" : file + " does not hold:\n" + shown;
    }

    private static Path samples() {
        return PublishedJar.root().resolve("samples");
    }

    private static String guide() throws IOException {
        return Files.readString(PublishedJar.root().resolve("docs/plugin-guide.md"));
    }
}
