package org.waystation.shell.internal.editors;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.UIEvents.EventTags;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.RecordRef;
import org.waystation.api.work.WorkService;
import org.waystation.shell.frame.FrameModel;

/** Publishes the navigator, notes what was worked on, and gives tabs that came back their titles. */
public final class EditorsAddon {

    private final Editors editors;
    private final RecentRecords recent;
    private final Titles titles;
    private final UISynchronize ui;
    private final ServiceRegistration<RecordNavigator> navigator;

    @Inject
    public EditorsAddon(
            IEclipseContext context,
            MApplication application,
            EModelService model,
            RecentRecords recent,
            Titles titles,
            UISynchronize ui,
            Notifications notifications) {
        this.recent = recent;
        this.titles = titles;
        this.ui = ui;
        MWindow window = (MWindow) model.find(FrameModel.WINDOW, application);
        editors = new Editors(application, (MPartStack) model.find(FrameModel.EDITORS, window), model);
        context.set(Editors.class, editors);
        navigator = FrameworkUtil.getBundle(getClass())
                .getBundleContext()
                .registerService(RecordNavigator.class, new EditorNavigator(window, editors, notifications), null);
    }

    @PreDestroy
    void withdraw() {
        navigator.unregister();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event, WorkService work) {
        for (MPart part : editors.open()) {
            Optional<RecordRef> record = Editors.record(part);
            if (part.getObject() == null && record.isPresent()) {
                work.start("org.waystation.shell", "Reading titles", progress -> titles.title(record.get()))
                        .thenAccept(title -> title.ifPresent(text -> ui.asyncExec(() -> label(part, text))));
            }
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void activated(@UIEventTopic(UIEvents.UILifeCycle.ACTIVATE) Event event) {
        if (event.getProperty(EventTags.ELEMENT) instanceof MPart part) {
            Editors.record(part).ifPresent(record -> recent.touch(record, String.valueOf(part.getLabel())));
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void renamed(@UIEventTopic(UIEvents.UILabel.TOPIC_LABEL) Event event) {
        if (event.getProperty(EventTags.ELEMENT) instanceof MPart part
                && editors.visible().filter(visible -> visible == part).isPresent()) {
            Editors.record(part).ifPresent(record -> recent.touch(record, String.valueOf(part.getLabel())));
        }
    }

    /** A tab whose editor's kind nobody knows any more was not closed by the technician: its plug-in left. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void left(@UIEventTopic(UIEvents.ElementContainer.TOPIC_CHILDREN) Event event) {
        if (!editors.holds(event.getProperty(EventTags.ELEMENT)) || !UIEvents.isREMOVE(event)) {
            return;
        }
        int index = event.getProperty(EventTags.POSITION) instanceof Integer position ? position : Integer.MAX_VALUE;
        for (Object gone : UIEvents.asIterable(event, EventTags.OLD_VALUE)) {
            if (gone instanceof MPart part && !AbsentEditor.URI.equals(part.getContributionURI())) {
                Editors.record(part)
                        .filter(record -> editors.descriptor(record.kind()).isEmpty())
                        .ifPresent(record -> keep(record, part, index));
            }
        }
    }

    private void keep(RecordRef record, MPart gone, int index) {
        MPart kept = editors.keepPlace(record, String.valueOf(gone.getLabel()), index);
        if (editors.visible().isEmpty()) {
            editors.makeVisible(kept);
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void cameBack(@UIEventTopic(UIEvents.PartDescriptorContainer.TOPIC_DESCRIPTORS) Event event) {
        if (UIEvents.isADD(event)) {
            editors.takeKeptPlaces();
        }
    }

    private static void label(MPart part, String title) {
        // Once the editor is there, it knows better.
        if (part.getObject() == null) {
            part.setLabel(title);
        }
    }
}
