package org.waystation.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NOTICE names every artifact that the target platform and the server's {@code pom.xml} name, at the same version; what
 * those pull in is up to the reviewer.
 */
final class NoticeRule implements Rule {

    private static final Pattern ARTIFACT = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    @Override
    public List<String> violations(House house) throws IOException {
        String notice = Files.readString(house.root().resolve("NOTICE"));
        String properties = textOf(house.root().resolve("pom.xml"));
        Set<String> named = new TreeSet<>();
        for (String file : List.of("target-platform/target-platform.target", "bundles/org.waystation.server/pom.xml")) {
            named.addAll(artifactsIn(textOf(house.root().resolve(file)), properties));
        }
        List<String> violations = new ArrayList<>();
        for (String artifact : named) {
            if (!notice.contains("  " + artifact + "\n")) {
                violations.add("NOTICE does not name " + artifact);
            }
        }
        return violations;
    }

    private static String textOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static Set<String> artifactsIn(String text, String properties) {
        Set<String> artifacts = new TreeSet<>();
        Matcher artifact = ARTIFACT.matcher(text);
        while (artifact.find()) {
            if (!artifact.group(1).equals("org.waystation")) {
                String name = artifact.group(1) + ":" + artifact.group(2) + " " + artifact.group(3);
                artifacts.add(resolve(name, text + properties));
            }
        }
        return artifacts;
    }

    /** Puts in the properties of this file and the root's; the platform of the build machine stands for any. */
    private static String resolve(String artifact, String text) {
        return REFERENCE.matcher(artifact).replaceAll(reference -> {
            if (reference.group(1).endsWith(".platform")) {
                return "*";
            }
            Matcher value = Pattern.compile("<" + Pattern.quote(reference.group(1)) + ">([^<]+)<")
                    .matcher(text);
            return Matcher.quoteReplacement(value.find() ? value.group(1) : "*");
        });
    }
}
