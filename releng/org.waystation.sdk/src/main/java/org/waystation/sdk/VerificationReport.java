package org.waystation.sdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.ContributionKind;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.Publisher;
import org.waystation.api.plugins.Refusal;
import org.waystation.plugins.verify.Finding;
import org.waystation.plugins.verify.Verification;

/** What is said of one file, for people and for programs. */
final class VerificationReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final @Nullable Verification verification;
    private final @Nullable Refusal refusal;

    private VerificationReport(Path file, @Nullable Verification verification, @Nullable Refusal refusal) {
        this.file = file;
        this.verification = verification;
        this.refusal = refusal;
    }

    static VerificationReport of(Path file, Verification verification) {
        return new VerificationReport(file, verification, null);
    }

    static VerificationReport refused(Path file, Refusal refusal) {
        return new VerificationReport(file, null, refusal);
    }

    boolean refused() {
        return verification == null || verification.refused();
    }

    Optional<Verification> verification() {
        return Optional.ofNullable(verification);
    }

    /** Why it is refused, in one line; empty where it is not. */
    String reason() {
        if (refusal != null) {
            return refusal.sentence();
        }
        return findings()
                .filter(Finding::refuses)
                .map(f -> f.where() + ": " + f.sentence())
                .findFirst()
                .orElse("");
    }

    String text() {
        StringBuilder text = new StringBuilder(file + ": " + (refused() ? "REFUSED" : "accepted") + "\n");
        if (refusal != null) {
            return text.append("  error    package     ")
                    .append(refusal.sentence())
                    .toString();
        }
        Verification found = verification().orElseThrow();
        PluginDescription plugin = found.description();
        line(text, "plug-in", plugin.id() + " " + plugin.version() + ", " + plugin.name() + " by " + plugin.vendor());
        line(text, "signed by", publisher(found.publisher()));
        line(text, "licence", found.licence().isEmpty() ? "not said" : found.licence());
        line(
                text,
                "kinds",
                words(plugin.kinds().stream()
                        .map(ContributionKind::word)
                        .sorted()
                        .toList()));
        line(
                text,
                "may",
                words(plugin.capabilities().stream()
                        .map(Capability::word)
                        .sorted()
                        .toList()));
        line(text, "fits API", found.fits());
        found.uses().forEach((name, types) -> line(text, "uses", name + ": " + String.join(", ", types)));
        for (Finding finding : found.findings()) {
            text.append("  %-8s %-11s %s: %s%n"
                    .formatted(
                            finding.refuses() ? "error" : "warning",
                            finding.rule(),
                            finding.where(),
                            finding.sentence()));
        }
        return text.toString().stripTrailing();
    }

    String json() throws IOException {
        ObjectNode node = JSON.createObjectNode().put("file", file.toString()).put("refused", refused());
        ArrayNode findings = node.putArray("findings");
        if (refusal != null) {
            findings.addObject()
                    .put("severity", "error")
                    .put("rule", "package")
                    .put("where", refusal.getClass().getSimpleName())
                    .put("sentence", refusal.sentence());
            return JSON.writeValueAsString(node);
        }
        Verification found = verification().orElseThrow();
        PluginDescription plugin = found.description();
        node.put("id", plugin.id())
                .put("version", plugin.version())
                .put("name", plugin.name())
                .put("vendor", plugin.vendor())
                .put("publisher", publisher(found.publisher()))
                .put("licence", found.licence())
                .put("sinceApi", plugin.sinceApi())
                .put("fits", found.fits())
                .put("sha256", found.contentHash());
        plugin.kinds().stream().map(ContributionKind::word).sorted().forEach(node.putArray("kinds")::add);
        plugin.capabilities().stream().map(Capability::word).sorted().forEach(node.putArray("capabilities")::add);
        ObjectNode uses = node.putObject("uses");
        found.uses().forEach((name, types) -> types.forEach(uses.withArray(name)::add));
        for (Finding finding : found.findings()) {
            findings.addObject()
                    .put("severity", finding.refuses() ? "error" : "warning")
                    .put("rule", finding.rule())
                    .put("where", finding.where())
                    .put("sentence", finding.sentence());
        }
        return JSON.writeValueAsString(node);
    }

    private java.util.stream.Stream<Finding> findings() {
        return verification().stream().flatMap(v -> v.findings().stream());
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-10s %s%n".formatted(name, value));
    }

    private static String words(List<String> words) {
        return words.isEmpty() ? "nothing special" : words.stream().collect(Collectors.joining(", "));
    }

    private static String publisher(Publisher publisher) {
        return publisher.signed() ? publisher.name() + " (" + publisher.fingerprint() + ")" : "nobody";
    }
}
