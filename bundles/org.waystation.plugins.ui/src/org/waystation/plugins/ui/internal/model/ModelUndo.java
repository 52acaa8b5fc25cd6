package org.waystation.plugins.ui.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.MContribution;
import org.eclipse.e4.ui.model.application.commands.MBindingTable;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.commands.MHandler;
import org.eclipse.e4.ui.model.application.commands.MKeyBinding;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.MContext;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Takes elements out of the application model so that the platform lets go of them too. The platform itself only
 * removes elements that are seen; commands, handlers, key bindings, descriptors and addons it would keep.
 */
final class ModelUndo {

    private final MApplication application;
    private final ModelSearch search;
    private final ForgottenObjects forgotten;

    /**
     * @param forgotten takes the objects that were behind the elements
     */
    ModelUndo(MApplication application, Set<String> bundles, ForgottenObjects forgotten) {
        this.application = application;
        this.forgotten = forgotten;
        this.search = new ModelSearch(application, bundles);
    }

    /** Must run on the UI thread. Gives what was taken out, such as "2 commands". */
    List<String> undo() {
        List<MApplicationElement> elements = new ArrayList<>(search.elements());
        // Keys and handlers refer to commands, and so go before them. Descriptors go before open editors: so whoever
        // sees
        // an editor go knows that it was not closed by the technician.
        elements.sort(Comparator.comparingInt(ModelUndo::turn));
        Map<String, Integer> counts = new TreeMap<>();
        for (MApplicationElement element : elements) {
            takeOut(element);
            counts.merge(kind(element), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey() + (e.getValue() == 1 ? "" : "s"))
                .toList();
    }

    private void takeOut(MApplicationElement element) {
        IEclipseContext context = contextAbove((EObject) element);
        if (element instanceof MUIElement seen) {
            watchObjects((EObject) element, context);
            // The renderer disposes the widgets, destroys the part's object and its context.
            seen.setToBeRendered(false);
        }
        if (element instanceof MHandler handler && handler.getObject() != null && handler.getCommand() != null) {
            context.get(EHandlerService.class)
                    .deactivateHandler(handler.getCommand().getElementId(), handler.getObject());
        }
        // Before it is taken out: on that the platform forgets the object, and who it was injected by.
        forgetObjects((EObject) element, context);
        EcoreUtil.remove((EObject) element);
        if (element instanceof MCommand command) {
            application
                    .getContext()
                    .get(ECommandService.class)
                    .getCommand(command.getElementId())
                    .undefine();
        }
    }

    /** The context in which an element's object was made, where it has none of its own. */
    private IEclipseContext contextAbove(EObject element) {
        for (EObject above = element.eContainer(); above != null; above = above.eContainer()) {
            if (above instanceof MContext holder && holder.getContext() != null) {
                return holder.getContext();
            }
        }
        return application.getContext();
    }

    /**
     * The renderer takes the object away from the context that it was made in, and from the element; that the context
     * remembers it is still to be seen to.
     */
    private void watchObjects(EObject element, IEclipseContext context) {
        watchObject(element, context);
        element.eAllContents().forEachRemaining(below -> watchObject(below, context));
    }

    private void watchObject(EObject element, IEclipseContext context) {
        if (element instanceof MContribution contribution && contribution.getObject() != null) {
            forgotten.watch(contribution.getObject(), context);
        }
    }

    /** Whoever still holds an element of the model, such as a list of what was shown last, must not hold its code. */
    private void forgetObjects(EObject element, IEclipseContext context) {
        forgetObject(element, context);
        TreeIterator<EObject> below = element.eAllContents();
        while (below.hasNext()) {
            forgetObject(below.next(), context);
        }
    }

    private void forgetObject(EObject element, IEclipseContext context) {
        if (element instanceof MContribution contribution && contribution.getObject() != null) {
            forgotten.forget(contribution.getObject(), context);
            contribution.setObject(null);
        }
        if (element instanceof MApplicationElement named) {
            // One by one: the renderer of stacks takes what is told of a map that was cleared for one of its entries.
            Map<String, Object> data = named.getTransientData();
            List.copyOf(data.keySet()).forEach(data::remove);
        }
    }

    private static int turn(MApplicationElement element) {
        return switch (element) {
            case MKeyBinding key -> 0;
            case MBindingTable table -> 1;
            case MHandler handler -> 2;
            case MPartDescriptor descriptor -> 3;
            case MUIElement seen -> 4;
            case MCommand command -> 6;
            default -> 5;
        };
    }

    /** For people to read, such as "key binding". */
    static String kind(MApplicationElement element) {
        String name = ((EObject) element).eClass().getName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
