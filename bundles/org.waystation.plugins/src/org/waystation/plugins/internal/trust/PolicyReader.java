package org.waystation.plugins.internal.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;

/** Reads policy files; the company's stands above the technician's. */
public final class PolicyReader {

    private static final Set<String> KNOWN = Set.of("allow", "forbid", "force", "repositories", "developerMode");

    private final List<Path> files;

    /**
     * @param files highest first; those that do not exist decide nothing
     */
    public PolicyReader(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Reads them again each time, so that a policy that was distributed counts at once. */
    public Policy read() {
        Policy policy = Policy.NONE;
        for (Path file : files) {
            if (Files.exists(file)) {
                policy = policy == Policy.NONE ? read(file) : policy.over(read(file));
            }
        }
        return policy;
    }

    /** A policy that cannot be read forbids: it may hold the very rule that was meant to protect. */
    private static Policy read(Path file) {
        try {
            JsonFields fields = JsonFields.read(file, KNOWN);
            return new Policy(
                    file.toString(),
                    fields.texts("allow"),
                    fields.texts("forbid"),
                    fields.texts("force"),
                    fields.texts("repositories"),
                    fields.flag("developerMode"));
        } catch (IOException e) {
            String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new PluginRefusedException(new Refusal.PolicyUnreadable(file.toString(), detail));
        }
    }
}
