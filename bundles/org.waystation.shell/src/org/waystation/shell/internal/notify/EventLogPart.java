package org.waystation.shell.internal.notify;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.edit.Closing;
import org.waystation.shell.internal.frame.FrameCommands;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ToolHead;

/** The tool window with everything the technician was told. */
public final class EventLogPart {

    private final NotificationCenter center;
    private final UISynchronize ui;
    private Optional<AutoCloseable> listening = Optional.empty();
    private Optional<LogRows> rows = Optional.empty();

    @Inject
    public EventLogPart(NotificationCenter center, UISynchronize ui) {
        this.center = center;
        this.ui = ui;
    }

    @PostConstruct
    void create(Composite parent, Look look, FrameCommands commands) {
        Panel panel = new Panel(parent, look, Tone.PANEL);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        panel.setLayout(layout);
        ToolHead head = new ToolHead(panel, look, "Event log");
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        LogRows list = new LogRows(panel, look);
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        rows = Optional.of(list);
        head.button("trash", "Clear the event log").onPress(() -> {
            center.clear();
            refresh(head);
        });
        head.button("close", "Hide").onPress(commands::hideActive);
        refresh(head);
        listening = Optional.of(center.listen(new NotificationCenter.Listener() {
            @Override
            public void shown(LogEntry entry) {
                ui.asyncExec(() -> refresh(head));
            }

            @Override
            public void settled(LogEntry entry) {
                ui.asyncExec(() -> refresh(head));
            }
        }));
    }

    @Focus
    void focus() {
        rows.ifPresent(LogRows::setFocus);
    }

    @PreDestroy
    void stop() {
        listening.ifPresent(Closing::quietly);
    }

    private void refresh(ToolHead head) {
        rows.filter(list -> !list.isDisposed()).ifPresent(list -> {
            list.show(center.entries());
            long open =
                    center.entries().stream().filter(entry -> !entry.settled()).count();
            head.subtitle(open == 0 ? "" : open + " open");
        });
    }
}
