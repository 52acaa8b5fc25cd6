package org.waystation.plugins.internal.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.Publisher;

/**
 * What must not run any more: a package by its hash, a plug-in in a range of versions, or everything of a publisher.
 *
 * <pre>{"revoked":[{"id":"com.acme.hello","versions":"[1.0,1.2)","why":"reads other companies' tickets"},
 *  {"package":"SHA-256","why":"…"},{"publisher":"SHA-256 of the key","why":"the key was stolen"}]}</pre>
 */
public record Revocations(List<Entry> entries) {

    public static final Revocations NONE = new Revocations(List.of());

    /** One of the three is given. */
    public record Entry(
            Optional<String> id,
            Optional<VersionRange> versions,
            Optional<String> contentHash,
            Optional<String> publisher,
            String why) {}

    public Revocations {
        entries = List.copyOf(entries);
    }

    /** Reads a list; one that does not exist revokes nothing. */
    public static Revocations read(Path file) throws IOException {
        return Files.exists(file) ? of(JsonFields.read(file, Set.of("revoked"))) : NONE;
    }

    /** Reads the {@code revoked} of an object. */
    public static Revocations of(JsonFields fields) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<String> known = Set.of("id", "versions", "package", "publisher", "why");
        for (JsonFields each : fields.objects("revoked", known)) {
            try {
                entries.add(new Entry(
                        each.text("id"),
                        each.text("versions").map(VersionRange::valueOf),
                        each.text("package"),
                        each.text("publisher"),
                        each.needed("why")));
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        return new Revocations(entries);
    }

    public Revocations and(Revocations others) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(others.entries);
        return new Revocations(all);
    }

    /** Why it is revoked; empty where it is not. */
    public Optional<String> why(PluginDescription plugin, String contentHash, Publisher publisher) {
        return entries.stream()
                .filter(e -> concerns(e, plugin, contentHash, publisher))
                .map(Entry::why)
                .findFirst();
    }

    private static boolean concerns(Entry entry, PluginDescription plugin, String contentHash, Publisher publisher) {
        Version version = Version.parseVersion(plugin.version());
        boolean byId = entry.id().filter(plugin.id()::equals).isPresent()
                && entry.versions().map(range -> range.includes(version)).orElse(true);
        return byId
                || entry.contentHash().filter(contentHash::equalsIgnoreCase).isPresent()
                || entry.publisher()
                        .filter(publisher.fingerprint()::equalsIgnoreCase)
                        .isPresent();
    }
}
