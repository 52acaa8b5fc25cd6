package org.waystation.plugins.ui.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.MContribution;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/** Finds what bundles brought into the application model: by their fragments, or because its class is theirs. */
final class ModelSearch {

    private final MApplication application;
    private final Set<String> bundles;

    /**
     * @param bundles symbolic names
     */
    ModelSearch(MApplication application, Set<String> bundles) {
        this.application = application;
        this.bundles = bundles;
    }

    /** The uppermost elements; what is below them goes with them. */
    List<MApplicationElement> elements() {
        List<MApplicationElement> found = new ArrayList<>();
        TreeIterator<EObject> all = ((EObject) application).eAllContents();
        while (all.hasNext()) {
            EObject next = all.next();
            if (next instanceof MApplicationElement element && isTheirs(element)) {
                found.add(element);
                all.prune();
            }
        }
        return found;
    }

    /** For people to read. */
    List<String> ids() {
        return elements().stream()
                .map(e -> ModelUndo.kind(e) + " " + e.getElementId() + ", held by the application model")
                .toList();
    }

    private boolean isTheirs(MApplicationElement element) {
        String contributor = element.getContributorURI();
        return bundles.stream()
                .anyMatch(b -> ("platform:/plugin/" + b).equals(contributor)
                        || element instanceof MContribution contribution
                                && startsWith(contribution.getContributionURI(), "bundleclass://" + b + "/"));
    }

    private static boolean startsWith(@Nullable String text, String start) {
        return text != null && text.startsWith(start);
    }
}
