package org.waystation.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not be used at all: the 3.x workbench, internals of others, and below the shell anything that draws; the
 * API uses nothing of Eclipse, and the server nothing of ours but the API.
 */
final class ForbiddenRule implements Rule {

    private static final String SERVER = "org.waystation.server";
    private static final int SHELL = 3;
    private static final Pattern WORKBENCH_3 = Pattern.compile("org\\.eclipse\\.ui(\\..*)?");
    private static final Pattern INTERNAL = Pattern.compile("(.*\\.)?internal(\\..*)?");
    private static final Pattern DRAWS = Pattern.compile("org\\.eclipse\\.(swt|jface|nebula)(\\..*)?");
    private static final Pattern ECLIPSE = Pattern.compile("org\\.eclipse\\..*");

    /** Names of packages in Java code: two or more parts in lower case. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.])([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)+)(?=\\.[A-Z*])");

    @Override
    public List<String> violations(House house) {
        List<String> violations = new ArrayList<>();
        for (BundleFolder bundle : house.bundles()) {
            for (String header :
                    List.of("Import-Package", "Require-Bundle", "Fragment-Host", "DynamicImport-Package")) {
                for (Clause clause : bundle.header(header)) {
                    check(bundle, clause.name(), header, violations);
                }
            }
            for (Source source : bundle.sources()) {
                for (String name : namesIn(source)) {
                    check(bundle, name, source.label(), violations);
                }
            }
        }
        return violations;
    }

    private static Set<String> namesIn(Source source) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(source.code());
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static void check(BundleFolder bundle, String used, String where, List<String> violations) {
        boolean own = used.equals(bundle.name()) || used.startsWith(bundle.name() + ".");
        boolean server = bundle.name().equals(SERVER);
        int floor = FloorRule.floorOf(bundle.name());
        String reason = null;
        if (WORKBENCH_3.matcher(used).matches()) {
            reason = "the 3.x workbench";
        } else if (!own && INTERNAL.matcher(used).matches()) {
            reason = "an internal package of another bundle";
        } else if (!server && floor < SHELL && DRAWS.matcher(used).matches()) {
            reason = "a user interface, below the shell";
        } else if (floor == 0 && ECLIPSE.matcher(used).matches()) {
            reason = "Eclipse, in the API";
        } else if (server && !own && used.startsWith("org.waystation.") && !used.startsWith("org.waystation.api.")) {
            reason = "more of ours than the API, in the server";
        }
        if (reason != null) {
            violations.add(bundle.name() + " uses " + used + " (" + reason + ") in " + where);
        }
    }
}
