package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.TextStyle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.GC;

/** The fixed-width font at one size in its four cuts, and the size of a cell. Cells may be fractions of a pixel wide. */
final class CellFont {

    private static final String SAMPLE = "0".repeat(100);

    private final Font[] cuts = new Font[4];
    private final double width;
    private final int height;

    CellFont(GC gc, Font base, int points) {
        Device device = gc.getDevice();
        for (int style = 0; style < cuts.length; style++) {
            FontData data = base.getFontData()[0];
            data.setHeight(points);
            data.setStyle(((style & 1) == 0 ? 0 : SWT.BOLD) | ((style & 2) == 0 ? 0 : SWT.ITALIC));
            cuts[style] = new Font(device, data);
        }
        Font before = gc.getFont();
        gc.setFont(cuts[0]);
        FontMetrics metrics = gc.getFontMetrics();
        width = Math.max(1, gc.textExtent(SAMPLE).x / (double) SAMPLE.length());
        height = Math.max(1, metrics.getAscent() + metrics.getDescent() + 2);
        gc.setFont(before);
    }

    Font of(TextStyle style) {
        return cuts[
                (style.hasOption(TextStyle.Option.BOLD) ? 1 : 0) | (style.hasOption(TextStyle.Option.ITALIC) ? 2 : 0)];
    }

    int x(int column) {
        return (int) Math.round(column * width);
    }

    int column(int x) {
        return (int) Math.floor(x / width);
    }

    int height() {
        return height;
    }

    void dispose() {
        for (Font font : cuts) {
            font.dispose();
        }
    }
}
