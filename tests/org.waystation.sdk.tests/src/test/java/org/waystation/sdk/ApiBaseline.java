package org.waystation.sdk;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares published packages with those of the last release, by the rules of semantic versioning of OSGi. */
final class ApiBaseline {

    private ApiBaseline() {}

    /** Each package that breaks what was promised without a new major version, with what it breaks. */
    static List<String> violations(Path released, Path now) throws Exception {
        List<String> violations = new ArrayList<>();
        try (Jar older = new Jar(released.toFile());
                Jar newer = new Jar(now.toFile());
                Processor processor = new Processor()) {
            for (Baseline.Info info : new Baseline(processor, new DiffPluginImpl()).baseline(newer, older, null)) {
                Delta delta = info.packageDiff.getDelta();
                boolean breaks = delta == Delta.MAJOR || delta == Delta.REMOVED;
                if (breaks && info.newerVersion.getMajor() <= info.olderVersion.getMajor()) {
                    violations.add(info.packageName + " was " + info.olderVersion + " and is " + info.newerVersion
                            + ", and must be " + info.suggestedVersion + ":" + breaking(info.packageDiff, ""));
                }
            }
        }
        return violations;
    }

    private static String breaking(Diff diff, String indent) {
        StringBuilder text = new StringBuilder();
        for (Diff child : diff.getChildren()) {
            if (child.getDelta() == Delta.MAJOR || child.getDelta() == Delta.REMOVED) {
                text.append("\n  ")
                        .append(indent)
                        .append(child.getDelta())
                        .append(' ')
                        .append(child.getType())
                        .append(' ')
                        .append(child.getName())
                        .append(breaking(child, indent + "  "));
            }
        }
        return text.toString();
    }
}
