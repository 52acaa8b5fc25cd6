package org.waystation.shell.internal.notify;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.notify.Notification;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.RoundPanel;
import org.waystation.shell.widgets.WrappedText;

/** One notification over the bottom right corner of the window. It takes no focus. */
final class Balloon extends RoundPanel {

    static final int WIDTH = 360;
    private static final int RADIUS = 8;
    private static final int TEXT_WIDTH = 266;

    private final LogEntry entry;

    Balloon(Shell window, Look look, LogEntry entry, Runnable close) {
        super(window, look, Tone.PANEL, RADIUS);
        this.entry = entry;
        setData("org.waystation.id", "waystation.balloon");
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        layout.verticalSpacing = 4;
        layout.horizontalSpacing = 10;
        setLayout(layout);
        Notification notification = entry.notification();
        edge(tone(notification.level()), 1);
        LevelIcon icon = new LevelIcon(this, look, notification.level());
        icon.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, false, false));
        text(look, TextStyle.BODY_STRONG, Tone.TEXT, notification.title());
        FlatButton closing = new FlatButton(this, look, FlatButton.Kind.QUIET)
                .icon("close")
                .name("Close this notification")
                .onPress(close);
        closing.setData("org.waystation.id", "waystation.balloon.close");
        closing.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
        if (!notification.detail().isEmpty()) {
            skip();
            text(look, TextStyle.SMALL, Tone.DIM, notification.detail());
            skip();
        }
        if (!notification.actions().isEmpty()) {
            skip();
            actions(look, close);
        }
    }

    LogEntry entry() {
        return entry;
    }

    /** What it says, for those who look for it. */
    public String getText() {
        Notification notification = entry.notification();
        return notification.detail().isEmpty()
                ? notification.title()
                : notification.title() + "\n" + notification.detail();
    }

    static Tone tone(Notification.Level level) {
        return switch (level) {
            case INFO -> Tone.LINE;
            case WARNING -> Tone.WARN;
            case ERROR -> Tone.BAD;
        };
    }

    private void text(Look look, TextStyle style, Tone tone, String text) {
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = TEXT_WIDTH;
        new WrappedText(this, look, style, tone).text(text).setLayoutData(data);
    }

    private void actions(Look look, Runnable close) {
        Panel row = new Panel(this, look, Tone.PANEL);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        GridLayout layout = new GridLayout(entry.notification().actions().size(), false);
        layout.marginWidth = 0;
        layout.marginHeight = 4;
        row.setLayout(layout);
        for (Notification.Action action : entry.notification().actions()) {
            FlatButton button = new FlatButton(row, look, FlatButton.Kind.PLAIN)
                    .text(action.label())
                    .onPress(() -> {
                        close.run();
                        action.run().run();
                    });
            button.setData("org.waystation.id", "waystation.balloon.action");
        }
    }

    private void skip() {
        new Panel(this, look(), Tone.PANEL).setLayoutData(new GridData(0, 0));
    }
}
