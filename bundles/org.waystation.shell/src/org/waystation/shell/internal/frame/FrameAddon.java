package org.waystation.shell.internal.frame;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.UIEvents.EventTags;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.osgi.service.event.Event;
import org.waystation.shell.frame.FrameModel;

/** Turns what the platform renders for the window's model into the frame, before any of it is seen. */
public final class FrameAddon {

    private final IEclipseContext context;
    private final MApplication application;
    private final EModelService model;
    private final UISynchronize ui;
    private boolean refilling;

    @Inject
    public FrameAddon(IEclipseContext context, MApplication application, EModelService model, UISynchronize ui) {
        this.ui = ui;
        this.context = context;
        this.application = application;
        this.model = model;
    }

    @PostConstruct
    void prepare() {
        MWindow window = (MWindow) model.find(FrameModel.WINDOW, application);
        MElementContainer<?> frame = (MElementContainer<?>) model.find(FrameModel.FRAME, window);
        ToolWindows toolWindows = new ToolWindows(frame);
        toolWindows.settle();
        context.set(ToolWindows.class, toolWindows);
        context.set(FrameCommands.class, new FrameCommands(window, model, toolWindows));
        context.set(SyncWatch.class, ContextInjectionFactory.make(SyncWatch.class, context));
        context.set(FrameDresser.class, ContextInjectionFactory.make(FrameDresser.class, context));
    }

    @Inject
    @Optional
    void rendered(@UIEventTopic(UIEvents.UIElement.TOPIC_WIDGET) Event event) {
        if (event.getProperty(EventTags.ELEMENT) instanceof MUIElement element
                && element.getWidget() != null
                && context.containsKey(FrameDresser.class)) {
            context.get(FrameDresser.class).dress(element);
        }
    }

    @Inject
    @Optional
    void toggled(@UIEventTopic(UIEvents.UIElement.TOPIC_VISIBLE) Event event) {
        changed(event);
    }

    @Inject
    @Optional
    void wanted(@UIEventTopic(UIEvents.UIElement.TOPIC_TOBERENDERED) Event event) {
        changed(event);
    }

    /**
     * Whoever shows or activates a tool window by the platform's part service gets what the stripe gives: the service by
     * itself renders it and leaves it invisible. This comes before the focus is set.
     */
    @Inject
    @Optional
    void broughtToTop(@UIEventTopic(UIEvents.UILifeCycle.BRINGTOTOP) Event event) {
        if (event.getProperty(EventTags.ELEMENT) instanceof MPart part
                && ToolWindows.isToolWindow(part)
                && !ToolWindows.isShown(part)) {
            context.get(ToolWindows.class).show(part);
        }
    }

    @Inject
    @Optional
    void cameOrWent(@UIEventTopic(UIEvents.ElementContainer.TOPIC_CHILDREN) Event event) {
        if (event.getProperty(EventTags.ELEMENT) instanceof MUIElement element
                && FrameModel.FRAME.equals(element.getElementId())) {
            context.get(ToolWindows.class).settle();
            refillSoon();
        }
    }

    /** Once for all that came or went meanwhile: at start the plug-ins' tool windows come one after the other. */
    private void refillSoon() {
        if (!refilling) {
            refilling = true;
            ui.asyncExec(() -> {
                refilling = false;
                context.get(FrameDresser.class).toolWindowsCameOrWent();
            });
        }
    }

    private void changed(Event event) {
        if (event.getProperty(EventTags.ELEMENT) instanceof MUIElement element && ToolWindows.isToolWindow(element)) {
            context.get(FrameDresser.class).toolWindowsToggled();
        }
    }
}
