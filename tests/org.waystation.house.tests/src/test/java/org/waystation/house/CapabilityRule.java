package org.waystation.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Each service of the API that a removable screen asks for is one that the host of plug-ins hands out: named in its
 * catalog, with or without a capability, and its package imported by it, without which no plug-in sees it.
 */
final class CapabilityRule implements Rule {

    private static final String HOST = "org.waystation.plugins";
    private static final Path CATALOG =
            Path.of("bundles", HOST, "src/org/waystation/plugins/internal/capability/CapabilityCatalog.java");
    private static final int SCREENS = 4;
    private static final String API = "org.waystation.api.";

    private static final Pattern NAMED = Pattern.compile("\"(org\\.waystation\\.api\\.[\\w.]+)\"");

    /** {@code @Service Type} and {@code @Reference Type}, and {@code @Reference} on a method that takes it. */
    private static final Pattern ASKED = Pattern.compile("@(?:Service|Reference)\\b\\s*(?:\\([^)]*\\))?\\s*"
            + "(?:@\\w+\\s+)*(?:(?:public|private|protected)\\s+)?(?:void\\s+\\w+\\s*\\(\\s*)?"
            + "(?:(?:final|volatile)\\s+)*(?:@\\w+\\s+)*([A-Z]\\w*)");

    @Override
    public List<String> violations(House house) throws IOException {
        Path catalog = house.root().resolve(CATALOG);
        Set<String> handedOut = Files.exists(catalog) ? namedIn(Files.readString(catalog)) : Set.of();
        List<String> violations = new ArrayList<>();
        for (BundleFolder bundle : house.bundles()) {
            // The host's own screen does the undoing, and so stays.
            if (FloorRule.floorOf(bundle.name()) == SCREENS && !bundle.name().equals(HOST + ".ui")) {
                for (String service : askedFor(bundle)) {
                    if (!handedOut.contains(service)) {
                        violations.add(bundle.name() + " asks for " + service
                                + ", which CapabilityCatalog does not name, so no plug-in is handed it");
                    }
                }
            }
        }
        house.bundle(HOST).ifPresent(host -> checkImports(host, handedOut, violations));
        return violations;
    }

    private static void checkImports(BundleFolder host, Set<String> handedOut, List<String> violations) {
        List<String> imported =
                host.header("Import-Package").stream().map(Clause::name).toList();
        for (String service : handedOut) {
            if (!imported.contains(packageOf(service))) {
                violations.add(host.name() + " hands out " + service + " and does not import its package");
            }
        }
    }

    private static Set<String> askedFor(BundleFolder bundle) {
        Set<String> services = new TreeSet<>();
        for (Source source : bundle.sources()) {
            Matcher asked = ASKED.matcher(source.code());
            while (asked.find()) {
                importOf(asked.group(1), source)
                        .filter(name -> name.startsWith(API))
                        .ifPresent(services::add);
            }
        }
        return services;
    }

    private static Optional<String> importOf(String type, Source source) {
        Matcher imported = Pattern.compile("(?m)^\\s*import\\s+([\\w.]+\\." + type + ")\\s*;")
                .matcher(source.code());
        return imported.find() ? Optional.of(imported.group(1)) : Optional.empty();
    }

    private static Set<String> namedIn(String catalog) {
        Set<String> names = new TreeSet<>();
        Matcher named = NAMED.matcher(catalog);
        while (named.find()) {
            names.add(named.group(1));
        }
        return names;
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }
}
