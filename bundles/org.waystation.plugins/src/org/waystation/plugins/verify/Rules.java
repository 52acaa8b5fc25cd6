package org.waystation.plugins.verify;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waystation.api.plugins.Publisher;
import org.waystation.plugins.internal.pack.PluginPackage;

/** All rules, held against one package after the other. */
public final class Rules {

    private static final String OURS = "org.waystation.";

    private final ProgramSurface program;

    public Rules(ProgramSurface program) {
        this.program = program;
    }

    /** Judges a package that was read and whose signature holds. */
    public Verification judge(PluginPackage plugin, Publisher publisher) throws IOException {
        PackageContent content = PackageContent.read(plugin);
        ImportRules imports = new ImportRules(program, content);
        SortedSet<Finding> findings = new TreeSet<>(imports.findings());
        findings.addAll(new ApiRules(program, content).findings());
        findings.addAll(new CapabilityRules(content, plugin.description()).findings());
        findings.addAll(new UnloadRules(content).findings());
        String licence = licence(content);
        if (licence.isEmpty()) {
            findings.add(Finding.warning(
                    "licence",
                    "Bundle-License",
                    "The package does not say under which licence it may be used; name it in the pom's <licenses>."));
        }
        return new Verification(
                plugin.description(),
                publisher,
                plugin.hash(),
                uses(content),
                imports.fits(plugin.description().sinceApi()),
                licence,
                List.copyOf(findings));
    }

    private SortedMap<String, SortedSet<String>> uses(PackageContent content) {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (ClassUse use : content.classes()) {
            for (String type : use.types) {
                String packageName = packageOf(type);
                if (packageName.startsWith(OURS) && !content.owns(packageName) && program.holds(packageName)) {
                    uses.computeIfAbsent(packageName, key -> new TreeSet<>()).add(simpleName(type));
                }
            }
        }
        return uses;
    }

    private static String licence(PackageContent content) {
        Optional<String> header = content.header("Bundle-License").map(String::strip);
        return header.filter(text -> !text.isEmpty())
                .orElse(content.hasLicenceFile() ? "in a file of the package" : "");
    }

    static String packageOf(String type) {
        int slash = type.lastIndexOf('/');
        return slash < 0 ? "" : type.substring(0, slash).replace('/', '.');
    }

    static String simpleName(String type) {
        return type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
    }
}
