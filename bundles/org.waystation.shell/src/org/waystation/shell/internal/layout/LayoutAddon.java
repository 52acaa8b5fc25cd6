package org.waystation.shell.internal.layout;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.event.Event;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notifications;
import org.waystation.api.settings.Settings;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.internal.editors.Editors;
import org.waystation.shell.internal.files.GenerationFile;
import org.waystation.shell.internal.files.ProfileFiles;
import org.waystation.shell.internal.frame.ToolWindows;
import org.waystation.shell.internal.settings.ShellSettings;

/** Brings the layout back before the window is rendered, and keeps it soon after each change and at the end. */
public final class LayoutAddon {

    static final String FILE = "layout.txt";
    private static final int SOON = 2_000;

    private final Display display;
    private final ProfileFiles files;
    private final Notifications notifications;
    private final FrameMemory memory;
    private final Runnable keep = this::keep;
    private String kept = "";
    private boolean started;

    @Inject
    public LayoutAddon(
            Display display,
            MApplication application,
            EModelService model,
            ProfileFiles files,
            Notifications notifications,
            ToolWindows toolWindows,
            Editors editors) {
        this.display = display;
        this.files = files;
        this.notifications = notifications;
        this.memory = new FrameMemory((MWindow) model.find(FrameModel.WINDOW, application), toolWindows, editors);
    }

    @PostConstruct
    void bringBack(Settings settings) {
        GenerationFile.Content content = files.read(FILE).join();
        Optional<FrameState> state = content.text().flatMap(FrameState::parse);
        if (settings.flag(ShellSettings.REOPEN)) {
            state.ifPresent(memory::putBack);
        }
        if (state.isEmpty() && (content.damaged() || content.text().isPresent())) {
            notifications.show(new Notification(
                    Notification.Level.INFO,
                    "Window",
                    "layout-reset",
                    "The window's layout starts afresh",
                    content.text().isPresent()
                            ? "The one that was kept is from another version of Waystation."
                            : "The one that was kept could not be read. Nothing else is lost.",
                    List.of()));
        }
        started = true;
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void changed(@UIEventTopic(UIEvents.UIModelTopicBase + "/ui/*") Event event) {
        if (started && !display.isDisposed()) {
            display.timerExec(SOON, keep);
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void ending(@UIEventTopic(UIEvents.UILifeCycle.APP_SHUTDOWN_STARTED) Event event) {
        keep();
    }

    @PreDestroy
    void stop() {
        if (!display.isDisposed()) {
            display.timerExec(-1, keep);
        }
    }

    private void keep() {
        String text = memory.take().text();
        if (!text.equals(kept)) {
            kept = text;
            files.write(FILE, text);
        }
    }
}
