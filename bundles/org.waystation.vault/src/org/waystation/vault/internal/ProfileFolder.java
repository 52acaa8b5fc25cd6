package org.waystation.vault.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the profile lies: named by a system property, else where the system keeps a program's data. */
final class ProfileFolder {

    static final String PROPERTY = "waystation.profile";

    private ProfileFolder() {}

    static Path of(UnaryOperator<@Nullable String> properties, Map<String, String> environment) {
        String named = properties.apply(PROPERTY);
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        String system = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
        Path home = Path.of(String.valueOf(properties.apply("user.home")));
        return usual(system, home, environment).resolve("default");
    }

    private static Path usual(String system, Path home, Map<String, String> environment) {
        if (system.contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Waystation");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Waystation");
        }
        // XDG Base Directory Specification
        String data = environment.get("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data))
                .resolve("waystation");
    }
}
