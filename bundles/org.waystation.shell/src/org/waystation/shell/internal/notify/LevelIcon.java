package org.waystation.shell.internal.notify;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.notify.Notification.Level;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** How much a notification matters, as an icon. */
final class LevelIcon extends PaintedControl {

    private static final int SIZE = 16;
    /** Puts the icon on the middle of the first line of text beside it. */
    private static final int DROP = 2;

    private final Level level;

    LevelIcon(Composite parent, Look look, Level level) {
        super(parent, look, false, ACC.ROLE_GRAPHIC);
        this.level = level;
    }

    static String icon(Level level) {
        return switch (level) {
            case INFO -> "info";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    static Tone tone(Level level) {
        return switch (level) {
            case INFO -> Tone.ACCENT;
            case WARNING -> Tone.WARN;
            case ERROR -> Tone.BAD;
        };
    }

    @Override
    protected String accessibleName() {
        return switch (level) {
            case INFO -> "Information";
            case WARNING -> "Warning";
            case ERROR -> "Error";
        };
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(SIZE, SIZE + DROP);
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        brush.icon(icon(level), tone(level), 0, DROP);
    }
}
