package org.waystation.shell.internal.notify;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.waystation.api.notify.Notification.Level;
import org.waystation.api.settings.Settings;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.internal.settings.ShellSettings;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.DisplayFilter;

/**
 * Puts notifications over the bottom right corner of the window, above what must stay clear there. They are children of
 * the window, so they move with it, never cover other programs and never take the focus. Lives on the UI thread.
 */
final class Balloons {

    private static final int MARGIN = 12;
    private static final int GAP = 8;
    /** The right stripe and the status bar stay free. */
    private static final Point KEEP_FREE = new Point(40, 26);

    private final Shell window;
    private final Look look;
    private final Settings settings;
    private final NotificationGroups groups;
    private final BalloonStack stack = new BalloonStack();
    private final List<Balloon> balloons = new ArrayList<>();
    private boolean placing;

    Balloons(Shell window, Look look, Settings settings, NotificationGroups groups) {
        this.groups = groups;
        this.window = window;
        this.look = look;
        this.settings = settings;
        window.addListener(SWT.Resize, event -> place());
        DisplayFilter layout = new DisplayFilter(window.getDisplay(), this::moved, SWT.Resize, SWT.Show, SWT.Hide);
        layout.install();
        window.addListener(SWT.Dispose, event -> layout.remove());
    }

    /** Something in the window has another size: once that has come to rest, the balloons may stand elsewhere. */
    private void moved(Event event) {
        if (!balloons.isEmpty() && !placing && !(event.widget instanceof Balloon)) {
            placing = true;
            window.getDisplay().asyncExec(() -> {
                if (!window.isDisposed()) {
                    place();
                }
                placing = false;
            });
        }
    }

    void show(LogEntry entry) {
        if (!window.isDisposed() && !quiet(entry)) {
            stack.show(entry);
            update();
        }
    }

    void remove(LogEntry entry) {
        stack.remove(entry);
        if (!window.isDisposed()) {
            update();
        }
    }

    private boolean quiet(LogEntry entry) {
        return entry.notification().level() != Level.ERROR
                && !settings.flag(groups.balloons(entry.notification().group()));
    }

    /** What was shown before its group was declared as one without balloons goes. */
    void hush() {
        stack.standing().stream().filter(this::quiet).forEach(this::remove);
    }

    private void update() {
        List<LogEntry> standing = stack.standing();
        for (Balloon balloon : List.copyOf(balloons)) {
            if (!standing.contains(balloon.entry())) {
                balloons.remove(balloon);
                balloon.dispose();
            }
        }
        for (LogEntry entry : standing) {
            if (balloons.stream().noneMatch(balloon -> balloon.entry().equals(entry))) {
                Balloon balloon = new Balloon(window, look, entry, () -> remove(entry));
                balloons.add(balloon);
                leaveLater(balloon);
            }
        }
        place();
    }

    /** What is only for information goes by itself, not while the pointer is on it. */
    private void leaveLater(Balloon balloon) {
        if (balloon.entry().notification().level() == Level.INFO) {
            int millis = settings.amount(ShellSettings.BALLOON_SECONDS) * 1_000;
            balloon.getDisplay().timerExec(millis, () -> {
                if (balloon.isDisposed()) {
                    return;
                }
                if (pointedAt(balloon)) {
                    leaveLater(balloon);
                } else {
                    remove(balloon.entry());
                }
            });
        }
    }

    private static boolean pointedAt(Balloon balloon) {
        Display display = balloon.getDisplay();
        Control under = display.getCursorControl();
        while (under != null && under != balloon) {
            under = under.getParent();
        }
        return under == balloon;
    }

    private void place() {
        Rectangle area = window.getClientArea();
        int bottom = area.height - KEEP_FREE.y - MARGIN;
        int x = area.width - KEEP_FREE.x - MARGIN - Balloon.WIDTH;
        ClearArea clear = ClearArea.of(window);
        for (Balloon balloon : balloons.reversed()) {
            int height = balloon.computeSize(Balloon.WIDTH, SWT.DEFAULT).y;
            bottom = clear.bottom(x, Balloon.WIDTH, height, bottom, GAP);
            balloon.setBounds(Math.max(0, x), Math.max(0, bottom - height), Balloon.WIDTH, height);
            balloon.layout(true, true);
            balloon.setVisible(window.getData(FrameModel.COVERED) == null);
            balloon.moveAbove(null);
            bottom -= height + GAP;
        }
    }
}
