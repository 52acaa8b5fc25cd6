package org.waystation.shell.internal.notify;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.event.Event;
import org.waystation.api.settings.Settings;
import org.waystation.shell.edit.Closing;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.theme.Look;

/** Shows notifications as balloons once the window is there, those from before it too. */
public final class BalloonsAddon {

    private final MApplication application;
    private final EModelService model;
    private final NotificationCenter center;
    private List<AutoCloseable> listening = List.of();

    @Inject
    public BalloonsAddon(MApplication application, EModelService model, NotificationCenter center) {
        this.application = application;
        this.model = model;
        this.center = center;
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void started(
            @UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event,
            UISynchronize ui,
            Look look,
            Settings settings,
            NotificationGroups groups) {
        if (listening.isEmpty() && model.find(FrameModel.WINDOW, application).getWidget() instanceof Shell shell) {
            Balloons balloons = new Balloons(shell, look, settings, groups);
            AutoCloseable declared = groups.onDeclared(() -> ui.asyncExec(balloons::hush));
            listening = List.of(declared, center.listen(new NotificationCenter.Listener() {
                @Override
                public void shown(LogEntry entry) {
                    ui.asyncExec(() -> balloons.show(entry));
                }

                @Override
                public void settled(LogEntry entry) {
                    ui.asyncExec(() -> balloons.remove(entry));
                }
            }));
        }
    }

    @PreDestroy
    void stop() {
        listening.forEach(Closing::quietly);
    }
}
