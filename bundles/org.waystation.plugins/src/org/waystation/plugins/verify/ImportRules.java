package org.waystation.plugins.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** What the manifest asks of the program: whether it is there, and for which versions of the program that holds. */
final class ImportRules {

    private static final String API = "org.waystation.";

    private final ProgramSurface program;
    private final PackageContent content;
    private final Set<String> ownExports = new HashSet<>();
    private final boolean needsOthers;

    ImportRules(ProgramSurface program, PackageContent content) {
        this.program = program;
        this.content = content;
        this.needsOthers = content.header("Waystation-Plugin-Requires").isPresent();
        content.elements(Constants.EXPORT_PACKAGE).forEach(e -> ownExports.add(e.getValue()));
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (ManifestElement imported : content.elements(Constants.IMPORT_PACKAGE)) {
            if (!ownExports.contains(imported.getValue())) {
                check(imported, findings);
            }
        }
        for (ManifestElement required : content.elements(Constants.REQUIRE_BUNDLE)) {
            if (required.getValue().startsWith(API)) {
                findings.add(Finding.warning(
                        "require-bundle",
                        required.getValue(),
                        "Require-Bundle ties the plug-in to how the program is cut into bundles; import packages."));
            }
        }
        if (content.header(Constants.DYNAMICIMPORT_PACKAGE).isPresent()) {
            findings.add(Finding.warning(
                    "dynamic-import",
                    Constants.DYNAMICIMPORT_PACKAGE,
                    "What is imported when it is first asked for cannot be checked; name the packages."));
        }
        return findings;
    }

    private void check(ManifestElement imported, List<Finding> findings) {
        String name = imported.getValue();
        boolean optional = Constants.RESOLUTION_OPTIONAL.equals(imported.getDirective(Constants.RESOLUTION_DIRECTIVE));
        SortedSet<Version> there = program.exported(name);
        VersionRange wanted = range(imported);
        if (optional || name.startsWith("java.")) {
            return;
        }
        if (there.isEmpty()) {
            // What another plug-in brings is there once both are installed.
            if (!isOfJava(name) && !needsOthers) {
                findings.add(Finding.error(
                        "import",
                        name,
                        "The program does not offer this package; bring it along in the package, or do without."));
            }
        } else if (there.stream().noneMatch(wanted::includes)) {
            findings.add(Finding.error(
                    "import",
                    name,
                    "The program has it at " + versions(there) + ", and the plug-in wants " + wanted
                            + "; build it against this program's API."));
        } else if (name.startsWith(API) && wanted.getRight() == null) {
            findings.add(
                    Finding.warning(
                            "import",
                            name,
                            "No upper bound: the plug-in would also be taken for one that fits the next, incompatible version."));
        }
    }

    private static String versions(SortedSet<Version> there) {
        return there.stream().map(Version::toString).collect(Collectors.joining(" and "));
    }

    /** Packages of the JDK that the framework exports by itself. */
    private static boolean isOfJava(String name) {
        return ModuleLayer.boot().modules().stream().anyMatch(module -> module.isExported(name));
    }

    /** The versions of the API for which all imports of it are met, as far as the manifest says. */
    String fits(String since) {
        Version least = Version.parseVersion(since);
        Version end = new Version(least.getMajor() + 1, 0, 0);
        for (ManifestElement imported : content.elements(Constants.IMPORT_PACKAGE)) {
            if (imported.getValue().startsWith(API + "api.")) {
                VersionRange wanted = range(imported);
                least = wanted.getLeft().compareTo(least) > 0 ? wanted.getLeft() : least;
                if (wanted.getRight() != null && wanted.getRight().compareTo(end) < 0) {
                    end = wanted.getRight();
                }
            }
        }
        return "[" + least.getMajor() + "." + least.getMinor() + "," + end.getMajor() + "." + end.getMinor() + ")";
    }

    private static VersionRange range(ManifestElement imported) {
        String text = imported.getAttribute(Constants.VERSION_ATTRIBUTE);
        return VersionRange.valueOf(text == null ? "0.0.0" : text);
    }
}
