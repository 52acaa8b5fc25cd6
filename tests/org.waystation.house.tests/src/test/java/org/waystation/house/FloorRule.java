package org.waystation.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bundle uses only floors below its own. Screens use nothing but the published API and the shell, as a customer's
 * plug-in does.
 */
final class FloorRule implements Rule {

    private static final String OURS = "org.waystation.";
    private static final int API = 0;
    private static final int ENGINES = 2;
    private static final int SHELL = 3;
    private static final int SCREENS = 4;

    /** The bundles whose floor does not follow from their name. */
    private static final Map<String, Integer> FLOORS = Map.of(
            "org.waystation.api", API,
            "org.waystation.store", 1,
            "org.waystation.vault", 1,
            "org.waystation.shell", SHELL,
            "org.waystation.product", 5);

    /** {@code …ui} is a screen; all else is an engine or a door. */
    static int floorOf(String bundle) {
        return FLOORS.getOrDefault(bundle, bundle.endsWith(".ui") ? SCREENS : ENGINES);
    }

    @Override
    public List<String> violations(House house) {
        List<String> violations = new ArrayList<>();
        for (BundleFolder bundle : house.bundles()) {
            for (Clause imported : bundle.header("Import-Package")) {
                checkPackage(house, bundle, imported.name(), violations);
            }
            for (Clause required : bundle.header("Require-Bundle")) {
                if (required.name().startsWith(OURS)) {
                    checkBundle(bundle, required.name(), "requires " + required.name(), violations);
                }
            }
        }
        return violations;
    }

    private static void checkPackage(House house, BundleFolder user, String imported, List<String> violations) {
        if (!imported.startsWith(OURS)) {
            return;
        }
        house.exporterOf(imported)
                .ifPresentOrElse(
                        owner -> checkBundle(
                                user, owner.name(), "imports " + imported + " of " + owner.name(), violations),
                        () -> violations.add(user.name() + " imports " + imported + ", which no bundle exports"));
    }

    /** What a plug-in of two bundles says between its screens and the rest of it is nobody else's matter. */
    private static boolean isItsOwn(BundleFolder screens, String used) {
        return screens.name().equals(used + ".ui");
    }

    private static void checkBundle(BundleFolder user, String used, String how, List<String> violations) {
        if (used.equals(user.name())) {
            return;
        }
        int own = floorOf(user.name());
        int other = floorOf(used);
        boolean allowed = own == SCREENS ? other == API || other == SHELL || isItsOwn(user, used) : other < own;
        if (!allowed) {
            violations.add(user.name() + " (floor " + own + ") " + how + " (floor " + other + ")");
        }
    }
}
