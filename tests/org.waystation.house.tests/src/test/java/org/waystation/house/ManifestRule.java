package org.waystation.house;

import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;

/** What a manifest must and must not say. */
final class ManifestRule implements Rule {

    @Override
    public List<String> violations(House house) {
        List<String> violations = new ArrayList<>();
        for (BundleFolder bundle : house.bundles()) {
            bundle.manifest().ifPresent(manifest -> checkNames(bundle, manifest, violations));
            for (Clause required : bundle.header("Require-Bundle")) {
                if (required.says("visibility:=reexport")) {
                    violations.add(bundle.name() + " re-exports " + required.name());
                }
            }
            for (Clause exported : bundle.header("Export-Package")) {
                checkExport(bundle, exported, violations);
            }
        }
        return violations;
    }

    private static void checkNames(BundleFolder bundle, Manifest manifest, List<String> violations) {
        var attributes = manifest.getMainAttributes();
        if (attributes.getValue("Bundle-Activator") != null) {
            violations.add(bundle.name() + " has an activator; components start by themselves");
        }
        boolean named = Clause.of(manifest, "Bundle-SymbolicName").stream()
                .anyMatch(clause -> clause.name().equals(bundle.name()));
        if (!named) {
            violations.add(bundle.name() + " is not the symbolic name in its manifest");
        }
        if (!"JavaSE-21".equals(attributes.getValue("Bundle-RequiredExecutionEnvironment"))) {
            violations.add(bundle.name() + " is not for JavaSE-21");
        }
    }

    private static void checkExport(BundleFolder bundle, Clause exported, List<String> violations) {
        if (("." + exported.name() + ".").contains(".internal.")) {
            violations.add(bundle.name() + " exports the internal package " + exported.name());
        }
        if (!exported.says("version=")) {
            violations.add(bundle.name() + " exports " + exported.name() + " without a version");
        }
    }
}
