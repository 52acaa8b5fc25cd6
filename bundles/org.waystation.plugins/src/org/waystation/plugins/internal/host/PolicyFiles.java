package org.waystation.plugins.internal.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where policies are looked for: what a company put on the machine first, then the profile. */
final class PolicyFiles {

    private PolicyFiles() {}

    static List<Path> of(Path profile) {
        return List.of(company(), profile.resolve("plugins").resolve("policy.json"));
    }

    /** Places where only the machine's administrator writes. */
    private static Path company() {
        String named = System.getProperty(PluginHostComponent.POLICY, "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String data = System.getenv().getOrDefault("ProgramData", "C:\\ProgramData");
            return Path.of(data, "Waystation", "policy.json");
        }
        return system.startsWith("mac")
                ? Path.of("/Library/Application Support/Waystation/policy.json")
                : Path.of("/etc/waystation/policy.json");
    }
}
