package org.waystation.shell.internal.editors;

import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.RecordRef;

/** Opens records in editors of the one window. */
final class EditorNavigator implements RecordNavigator {

    private final MWindow window;
    private final Editors editors;
    private final Notifications notifications;

    EditorNavigator(MWindow window, Editors editors, Notifications notifications) {
        this.window = window;
        this.editors = editors;
        this.notifications = notifications;
    }

    @Override
    public void open(RecordRef record) {
        Optional<MPart> part = editors.of(record).or(() -> made(record));
        if (part.isPresent()) {
            window.getContext().get(EPartService.class).showPart(part.get(), PartState.ACTIVATE);
        } else {
            notifications.show(new Notification(
                    Notification.Level.INFO,
                    "Navigation",
                    "no-editor-" + record.kind().code(),
                    "Nothing here can open this " + record.kind().code() + " yet",
                    "A plug-in with an editor for it may be missing.",
                    List.of()));
        }
    }

    private Optional<MPart> made(RecordRef record) {
        Optional<MPartDescriptor> descriptor = editors.descriptor(record.kind());
        return descriptor.map(found -> editors.add(found, record));
    }
}
