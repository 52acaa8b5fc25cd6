package org.waystation.plugins.verify;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.Publisher;

/**
 * What the rules say of a package.
 *
 * @param contentHash SHA-256 of the file
 * @param uses the program's published packages that its code uses, each with the types
 * @param fits which versions of the published API it works with, as a range
 * @param licence as it says itself; empty where it does not
 */
public record Verification(
        PluginDescription description,
        Publisher publisher,
        String contentHash,
        SortedMap<String, SortedSet<String>> uses,
        String fits,
        String licence,
        List<Finding> findings) {

    public Verification {
        findings = List.copyOf(findings);
    }

    /** Whether the package is refused. */
    public boolean refused() {
        return findings.stream().anyMatch(Finding::refuses);
    }
}
