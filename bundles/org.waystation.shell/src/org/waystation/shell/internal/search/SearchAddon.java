package org.waystation.shell.internal.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.event.Event;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.internal.settings.SettingsOpener;

/** Makes Search Everywhere ready and listens for Shift pressed twice. */
public final class SearchAddon {

    private final Display display;
    private final IEclipseContext context;
    private final DoubleShiftFilter filter;

    @Inject
    public SearchAddon(Display display, IEclipseContext context, MApplication application, EModelService model) {
        this.display = display;
        this.context = context;
        IEclipseContext own = context.createChild("Search everywhere");
        own.set(MWindow.class, (MWindow) model.find(FrameModel.WINDOW, application));
        own.set(SettingsOpener.class, ContextInjectionFactory.make(SettingsOpener.class, own));
        SearchEverywhere search = ContextInjectionFactory.make(SearchEverywhere.class, own);
        context.set(SettingsOpener.class, own.get(SettingsOpener.class));
        context.set(SearchEverywhere.class, search);
        this.filter = new DoubleShiftFilter(display, () -> search.open(SearchSheet.ALL));
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
        filter.install();
    }

    @PreDestroy
    void stop() {
        filter.remove();
        SearchEverywhere search = context.get(SearchEverywhere.class);
        if (search != null && !display.isDisposed()) {
            search.stop();
        }
    }
}
