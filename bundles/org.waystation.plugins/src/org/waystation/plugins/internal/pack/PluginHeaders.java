package org.waystation.plugins.internal.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.jar.Attributes;
import org.eclipse.osgi.util.ManifestElement;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.waystation.api.plugins.Capability;
import org.waystation.api.plugins.ContributionKind;
import org.waystation.api.plugins.PluginDependency;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Refusal;

/**
 * Reads what a plug-in says of itself:
 *
 * <pre>
 * Waystation-Plugin: com.acme.hello;name="Hello";vendor="Acme";since-api="1.0";
 *  capabilities="network,tickets.write";kinds="tool-window";summary="Says hello"
 * Waystation-Plugin-Requires: com.acme.base;version="[1.0,2)"
 * </pre>
 *
 * The version is that of the bundle.
 */
final class PluginHeaders {

    static final String PLUGIN = "Waystation-Plugin";
    static final String REQUIRES = "Waystation-Plugin-Requires";

    private final Attributes main;

    PluginHeaders(Attributes main) {
        this.main = main;
    }

    boolean isPlugin() {
        return main.getValue(PLUGIN) != null;
    }

    String symbolicName() {
        return single(Constants.BUNDLE_SYMBOLICNAME).getValue();
    }

    Version version() {
        String text = required(Constants.BUNDLE_VERSION);
        return parsed(Constants.BUNDLE_VERSION, text, Version::parseVersion);
    }

    Optional<String> value(String header) {
        return Optional.ofNullable(main.getValue(header));
    }

    PluginDescription description() {
        ManifestElement plugin = single(PLUGIN);
        String id = plugin.getValue();
        if (!id.equals(symbolicName())) {
            throw refuse(new Refusal.MalformedHeader(
                    PLUGIN, "the id “" + id + "” is not the bundle's symbolic name “" + symbolicName() + "”"));
        }
        String sinceApi = attribute(plugin, "since-api");
        parsed(PLUGIN + ", since-api", sinceApi, Version::parseVersion);
        return new PluginDescription(
                id,
                attribute(plugin, "name"),
                attribute(plugin, "vendor"),
                version().toString(),
                sinceApi,
                optional(plugin, "summary"),
                words(plugin, "capabilities", Capability::of, Refusal.UnknownCapability::new),
                words(plugin, "kinds", ContributionKind::of, Refusal.UnknownKind::new),
                requires());
    }

    private List<PluginDependency> requires() {
        List<PluginDependency> needed = new ArrayList<>();
        for (ManifestElement element : elements(REQUIRES)) {
            String versions = element.getAttribute("version");
            if (versions == null) {
                throw refuse(new Refusal.MissingHeader(REQUIRES + " with a version for " + element.getValue()));
            }
            parsed(REQUIRES, versions, VersionRange::valueOf);
            needed.add(new PluginDependency(element.getValue(), versions));
        }
        return needed;
    }

    private static <T> Set<T> words(
            ManifestElement plugin,
            String attribute,
            Function<String, Optional<T>> meaning,
            Function<String, Refusal> unknown) {
        Set<T> found = new LinkedHashSet<>();
        for (String word : optional(plugin, attribute).split(",")) {
            if (!word.isBlank()) {
                found.add(meaning.apply(word.strip()).orElseThrow(() -> refuse(unknown.apply(word.strip()))));
            }
        }
        return found;
    }

    private static String attribute(ManifestElement plugin, String name) {
        String value = optional(plugin, name);
        if (value.isBlank()) {
            throw refuse(new Refusal.MissingHeader(PLUGIN + " with " + name));
        }
        return value;
    }

    private static String optional(ManifestElement plugin, String name) {
        @Nullable String value = plugin.getAttribute(name);
        return value == null ? "" : value.strip();
    }

    private ManifestElement single(String header) {
        required(header);
        List<ManifestElement> found = elements(header);
        if (found.size() != 1) {
            throw refuse(new Refusal.MalformedHeader(header, "one value is wanted and " + found.size() + " are there"));
        }
        return found.get(0);
    }

    private String required(String header) {
        return value(header).orElseThrow(() -> refuse(new Refusal.MissingHeader(header)));
    }

    private List<ManifestElement> elements(String header) {
        // The framework's own parser takes an unclosed quotation to the end of the line.
        if (value(header).orElse("").chars().filter(c -> c == '"').count() % 2 != 0) {
            throw refuse(new Refusal.MalformedHeader(header, "a quotation mark is not closed"));
        }
        try {
            ManifestElement[] found = ManifestElement.parseHeader(header, main.getValue(header));
            return found == null ? List.of() : List.of(found);
        } catch (BundleException e) {
            throw refuse(new Refusal.MalformedHeader(header, String.valueOf(e.getMessage())));
        }
    }

    private static <T> T parsed(String header, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw refuse(new Refusal.MalformedHeader(header, String.valueOf(e.getMessage())));
        }
    }

    private static PluginRefusedException refuse(Refusal refusal) {
        return new PluginRefusedException(refusal);
    }
}
