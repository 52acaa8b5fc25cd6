package org.waystation.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder in the layout of a Maven repository. Maven reads it in place as a second local repository
 * ({@code maven.repo.local.tail}), so nothing of it is copied into anybody's own one.
 */
record MavenFolder(Path root) {

    /** What names an artifact. */
    record Coordinates(String group, String artifact, String version) {

        String dependency(String more) {
            return """
                        <dependency>
                          <groupId>%s</groupId>
                          <artifactId>%s</artifactId>
                          <version>%s</version>%s
                        </dependency>
                    """.formatted(group, artifact, version, more.isEmpty() ? "" : "\n      " + more);
        }
    }

    /** A jar that needs nothing else; what it needs is in the platform's own list. */
    void jar(Coordinates name, Path jar) throws IOException {
        jar(name, jar, "");
    }

    void jar(Coordinates name, Path jar, String dependencies) throws IOException {
        Files.copy(jar, file(name, "jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(file(name, "pom"), pom(name, "jar", dependencies));
    }

    /** A list of other artifacts under one name. */
    void list(Coordinates name, String dependencies) throws IOException {
        Files.writeString(file(name, "pom"), pom(name, "pom", dependencies));
    }

    void pom(Coordinates name, String text) throws IOException {
        Files.writeString(file(name, "pom"), text);
    }

    private Path file(Coordinates name, String extension) throws IOException {
        Path folder = root.resolve(name.group().replace('.', '/'))
                .resolve(name.artifact())
                .resolve(name.version());
        return Files.createDirectories(folder).resolve(name.artifact() + "-" + name.version() + "." + extension);
    }

    private static String pom(Coordinates name, String packaging, String dependencies) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <packaging>%s</packaging>
                  <dependencies>
                %s  </dependencies>
                </project>
                """.formatted(name.group(), name.artifact(), name.version(), packaging, dependencies);
    }
}
