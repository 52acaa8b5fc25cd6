package org.waystation.shell.internal.frame;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/** What stands where no editor is open: the ways to get to one. */
final class EmptyEditors {

    private static final int LINE = 30;
    private static final int GAP = 16;

    private static final List<Hint> HINTS = List.of(
            new Hint("Search everywhere", "Shift Shift"),
            new Hint("Find an action", "Ctrl+Shift+A"),
            new Hint("Recent", "Ctrl+E"),
            new Hint("First tool window", "Alt+1"));

    private record Hint(String what, String keys) {}

    private EmptyEditors() {}

    static void install(CTabFolder folder, Look look) {
        folder.addListener(SWT.Paint, event -> {
            if (folder.getItemCount() == 0) {
                paint(event.gc, folder.getClientArea(), look);
            }
        });
    }

    private static void paint(GC gc, Rectangle area, Look look) {
        gc.setFont(look.font(TextStyle.BODY));
        int whats = HINTS.stream()
                .mapToInt(hint -> gc.textExtent(hint.what()).x)
                .max()
                .orElse(0);
        int keys = HINTS.stream()
                .mapToInt(hint -> gc.textExtent(hint.keys()).x)
                .max()
                .orElse(0);
        int x = area.x + (area.width - whats - GAP - keys) / 2;
        int y = area.y + (area.height - HINTS.size() * LINE) * 2 / 5;
        for (Hint hint : HINTS) {
            Point extent = gc.textExtent(hint.what());
            gc.setForeground(look.color(Tone.DIM));
            gc.drawText(hint.what(), x + whats - extent.x, y, SWT.DRAW_TRANSPARENT);
            gc.setForeground(look.color(Tone.ACCENT));
            gc.drawText(hint.keys(), x + whats + GAP, y, SWT.DRAW_TRANSPARENT);
            y += LINE;
        }
    }
}
