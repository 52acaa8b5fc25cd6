package org.waystation.plugins.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which of the program's types are used: published, proposed, internal, or not there at all. */
final class ApiRules {

    /** Header by which a plug-in says that it takes what may change under it. */
    static final String PROPOSED_HEADER = "Waystation-Api-Proposed";

    private static final Pattern INTERNAL = Pattern.compile("(.*\\.)?internal(\\..*)?");
    private static final Pattern PROPOSED = Pattern.compile("org\\.waystation\\.(.*\\.)?proposed(\\..*)?");
    private static final Pattern OF_JAVA = Pattern.compile("(sun|com\\.sun|jdk\\.internal)\\..*");
    private static final int JAVA_21 = 65;

    private final PackageContent content;
    private final ApiLinks links;
    private final boolean proposedAllowed;

    ApiRules(ProgramSurface program, PackageContent content) {
        this.content = content;
        this.links = new ApiLinks(program);
        this.proposedAllowed = content.header(PROPOSED_HEADER)
                .filter(v -> v.strip().equals("true"))
                .isPresent();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (ClassUse use : content.classes()) {
            String where = use.name.replace('/', '.');
            if (use.version > JAVA_21) {
                findings.add(Finding.error(
                        "java",
                        where,
                        "Compiled for a newer Java than 21, on which the program may run; compile with --release 21."));
            }
            for (String type : use.types) {
                type(type, where, findings);
            }
            for (ClassUse.Member member : use.members) {
                if (isOurs(Rules.packageOf(member.owner())) && !links.hasMember(member)) {
                    findings.add(Finding.error(
                            "missing",
                            where,
                            Rules.simpleName(member.owner()) + "." + member.name() + " with " + member.descriptor()
                                    + " is not in this program; build the plug-in against its API."));
                }
            }
        }
        return findings;
    }

    private void type(String type, String where, List<Finding> findings) {
        String name = Rules.packageOf(type);
        String shown = type.replace('/', '.');
        if (content.owns(name)) {
            return;
        }
        if (OF_JAVA.matcher(name).matches()) {
            findings.add(
                    Finding.warning("internal", where, shown + " is no part of Java's published API and may go away."));
        } else if (INTERNAL.matcher(name).matches()) {
            findings.add(
                    name.startsWith("org.waystation.")
                            ? Finding.error(
                                    "internal", where, shown + " is internal to the program; use published packages.")
                            : Finding.warning(
                                    "internal",
                                    where,
                                    shown + " is internal to its bundle and may change at any time."));
        } else if (PROPOSED.matcher(name).matches()) {
            proposed(shown, where, findings);
        } else if (isOurs(name) && !links.hasType(type)) {
            findings.add(Finding.error(
                    "missing", where, shown + " is not in this program; build the plug-in against its API."));
        }
    }

    private void proposed(String shown, String where, List<Finding> findings) {
        findings.add(
                proposedAllowed
                        ? Finding.warning("proposed", where, shown + " is only proposed: it may change in any version.")
                        : Finding.error(
                                "proposed",
                                where,
                                shown + " is only proposed; a plug-in that takes this says " + PROPOSED_HEADER
                                        + ": true in its manifest."));
    }

    private boolean isOurs(String packageName) {
        return !content.owns(packageName)
                && (packageName.startsWith("org.waystation.api.") || packageName.startsWith("org.waystation.shell."));
    }
}
