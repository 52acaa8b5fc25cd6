package org.waystation.shell.internal.errors;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.Bundle;
import org.waystation.api.plugins.PluginDescription;
import org.waystation.api.plugins.SafeCaller;
import org.waystation.shell.internal.frame.ToolWindows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** Puts the trouble of a part in its place, and leaves all others alone. On the UI thread. */
final class PartTrouble {

    private final IEclipseContext context;
    private final SafeCaller safe;
    private final FaultNotices notices;

    PartTrouble(IEclipseContext context, SafeCaller safe, FaultNotices notices) {
        this.context = context;
        this.safe = safe;
        this.notices = notices;
    }

    /** A part could not be made. */
    TroublePart standIn(
            MPart part, Composite place, Bundle bundle, Optional<PluginDescription> plugin, Throwable error) {
        return new TroublePart(show(part, place, bundle, plugin, error));
    }

    /** Somebody's code threw on the UI thread: the parts whose own classes stand on the stack show it. */
    void strike(PluginDescription plugin, Throwable error) {
        Set<String> classes = new LinkedHashSet<>();
        for (Throwable each = error; each != null; each = each.getCause()) {
            for (StackTraceElement frame : each.getStackTrace()) {
                classes.add(outer(frame.getClassName()));
            }
        }
        for (MPart part : rendered()) {
            String type = type(part);
            if (classes.contains(type)
                    && part.getObject() != null
                    && !(part.getObject() instanceof TroublePart)
                    && !(part.getObject() instanceof ComingPart)
                    && part.getWidget() instanceof Composite place
                    && !place.isDisposed()
                    && safe.owner(part.getObject()).filter(plugin::equals).isPresent()) {
                show(part, place, null, Optional.of(plugin), error);
                place.layout(true, true);
            }
        }
    }

    /** What a part waited for is there. */
    void arrived(MPart part) {
        if (part.getObject() instanceof ComingPart) {
            anew(part);
        }
    }

    private List<MPart> rendered() {
        MApplication application = context.get(MApplication.class);
        EModelService model = context.get(EModelService.class);
        return new ArrayList<>(model.findElements(application, null, MPart.class));
    }

    private static String type(MPart part) {
        String uri = String.valueOf(part.getContributionURI());
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    private static String outer(String className) {
        int inner = className.indexOf('$');
        return inner < 0 ? className : className.substring(0, inner);
    }

    private TroubleView show(
            MPart part,
            Composite place,
            @org.jspecify.annotations.Nullable Bundle bundle,
            Optional<PluginDescription> plugin,
            Throwable error) {
        for (Control half : place.getChildren()) {
            half.dispose();
        }
        String name = plugin.map(PluginDescription::name)
                .orElse(bundle == null ? "The program" : String.valueOf(bundle.getSymbolicName()));
        Throwable first = error;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        place.setLayout(new FillLayout());
        Look look = context.get(Look.class);
        Tone ground = ToolWindows.isToolWindow(part) ? Tone.PANEL : Tone.EDITOR;
        TroubleView view = new TroubleView(
                place,
                look,
                ground,
                new TroubleView.Trouble(
                        String.valueOf(part.getLocalizedLabel()),
                        name,
                        summary(first),
                        report(name, error),
                        plugin.flatMap(notices::disabling)),
                () -> anew(part));
        place.layout(true, true);
        return view;
    }

    /** Renders the part again, which makes its object anew. */
    private static void anew(MPart part) {
        boolean visible = part.isVisible();
        Object parent = part.getParent();
        boolean inFront = !(parent instanceof MPartStack stack) || stack.getSelectedElement() == part;
        part.setToBeRendered(false);
        part.setObject(null);
        part.setToBeRendered(true);
        part.setVisible(visible);
        if (inFront && part.getParent() != null) {
            part.getParent().setSelectedElement(part);
        }
    }

    private static String summary(Throwable error) {
        String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        String text = error.getMessage() == null ? error.getClass().getSimpleName() : message;
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }

    private static String report(String name, Throwable error) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(name);
        error.printStackTrace(out);
        return text.toString();
    }
}
