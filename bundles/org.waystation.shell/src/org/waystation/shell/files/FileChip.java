package org.waystation.shell.files;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.files.AttachedFile;
import org.waystation.api.files.ContentState;
import org.waystation.shell.text.SafeName;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.MenuChoice;
import org.waystation.shell.widgets.PaintedControl;
import org.waystation.shell.widgets.PopupMenu;

/** One attached file: its name, its size, and how far its content is. Pressing it offers what can be done with it. */
final class FileChip extends PaintedControl {

    static final int HEIGHT = 28;

    private static final int PADDING = 10;
    private static final int ICON = 22;
    private static final int NAME_MOST = 220;
    private static final int KILO = 1024;

    private final Supplier<List<MenuChoice>> menu;
    private AttachedFile file;

    FileChip(Composite parent, Look look, AttachedFile file, Supplier<List<MenuChoice>> menu) {
        super(parent, look, true, ACC.ROLE_PUSHBUTTON);
        this.file = file;
        this.menu = menu;
        addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                event.doit = false;
                pressed(-1);
            }
        });
        tip();
    }

    void show(AttachedFile newFile) {
        file = newFile;
        tip();
        changed();
    }

    private void tip() {
        setToolTipText((name() + "\n" + state()).strip().replace("&", "&&"));
    }

    private String name() {
        return SafeName.of(file.attachment().name());
    }

    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double kilo = bytes / (double) KILO;
        return kilo < KILO
                ? String.format(Locale.ENGLISH, "%.0f KB", kilo)
                : String.format(Locale.ENGLISH, "%.1f MB", kilo / KILO);
    }

    private String state() {
        return switch (file.content()) {
            case ContentState.LocalOnly local -> "not yet sent";
            case ContentState.Uploading uploading -> "sending " + uploading.percent() + " %";
            case ContentState.Uploaded uploaded -> "";
            case ContentState.NotDownloaded missing -> "not on this machine";
            case ContentState.Downloading downloading -> "fetching " + downloading.percent() + " %";
            case ContentState.Failed failed -> failed.reason();
        };
    }

    private String detail() {
        return switch (file.content()) {
            case ContentState.Failed failed -> "failed";
            default -> state().isEmpty() ? size(file.attachment().size()) : state();
        };
    }

    private Tone tone() {
        return switch (file.content()) {
            case ContentState.Failed failed -> Tone.BAD;
            case ContentState.LocalOnly local -> Tone.WARN;
            default -> Tone.DIM;
        };
    }

    private int percent() {
        return switch (file.content()) {
            case ContentState.Uploading uploading -> uploading.percent();
            case ContentState.Downloading downloading -> downloading.percent();
            default -> -1;
        };
    }

    @Override
    protected void pressed(int x) {
        new PopupMenu(this, look(), menu.get()).open();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        Rectangle box = new Rectangle(0, 0, area.width, HEIGHT);
        brush.fillRound(box, 6, hovered() ? Tone.HOVER : Tone.PANEL);
        brush.strokeRound(box, 6, ringed() ? 2 : 1, ringed() ? Tone.ACCENT : Tone.LINE);
        brush.icon("attach", Tone.DIM, PADDING - 2, (HEIGHT - 16) / 2);
        int x = PADDING + ICON - 4;
        x += brush.text(name(), TextStyle.BODY, Tone.TEXT, new Rectangle(x, 0, nameWidth(brush), HEIGHT), Align.LEFT);
        Rectangle rest = new Rectangle(x + 8, 0, area.width - x - 8 - PADDING, HEIGHT);
        brush.text(detail(), TextStyle.SMALL, tone(), rest, Align.LEFT);
        if (percent() >= 0) {
            int width = (area.width - 12) * percent() / 100;
            brush.fillRound(new Rectangle(6, HEIGHT - 4, Math.max(3, width), 2), 1, Tone.ACCENT_FILL);
        }
    }

    private int nameWidth(Brush brush) {
        return Math.min(NAME_MOST, brush.width(name(), TextStyle.BODY));
    }

    @Override
    protected Point measure(Brush brush) {
        return new Point(
                PADDING + ICON - 4 + nameWidth(brush) + 8 + brush.width(detail(), TextStyle.SMALL) + PADDING, HEIGHT);
    }

    @Override
    protected String accessibleName() {
        return name() + ", " + detail();
    }
}
