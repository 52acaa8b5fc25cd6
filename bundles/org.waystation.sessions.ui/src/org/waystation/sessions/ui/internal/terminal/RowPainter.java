package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.HyperlinkStyle;
import com.techsenger.jeditermfx.core.TextStyle;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.waystation.shell.theme.Tone;

/** Paints one line of cells: grounds first, then the text in runs of one style, so that no ground cuts a glyph. */
final class RowPainter {

    private final GC gc;
    private final CellFont font;
    private final Palette palette;

    RowPainter(GC gc, CellFont font, Palette palette) {
        this.gc = gc;
        this.font = font;
        this.palette = palette;
    }

    void paint(Row row, int left, int y) {
        int column = 0;
        while (column < row.columns()) {
            int end = runEnd(row, column);
            TextStyle style = row.style(column);
            int x = left + font.x(column);
            if (style.getBackground() != null || style.hasOption(TextStyle.Option.INVERSE)) {
                gc.setBackground(palette.ground(style));
                gc.fillRectangle(x, y, left + font.x(end) - x, font.height());
            }
            column = end;
        }
        column = 0;
        while (column < row.columns()) {
            int end = runEnd(row, column);
            text(row, column, end, left, y);
            column = end;
        }
    }

    private static int runEnd(Row row, int from) {
        TextStyle style = row.style(from);
        int end = from + 1;
        while (end < row.columns() && row.style(end).equals(style)) {
            end++;
        }
        return end;
    }

    private void text(Row row, int from, int to, int left, int y) {
        TextStyle style = row.style(from);
        boolean underlined = style.hasOption(TextStyle.Option.UNDERLINED) || style instanceof HyperlinkStyle;
        gc.setFont(font.of(style));
        gc.setForeground(palette.text(style));
        int column = from;
        while (column < to) {
            int end = column;
            while (end < to && isPlain(row.at(end))) {
                end++;
            }
            if (end > column) {
                String run = row.text(column, end);
                if (!run.isBlank()) {
                    gc.drawText(run, left + font.x(column), y + 1, true);
                }
                column = end;
            } else {
                glyph(row, column, left, y);
                column++;
            }
        }
        if (underlined) {
            int line = y + font.height() - 2;
            gc.drawLine(left + font.x(from), line, left + font.x(to) - 1, line);
        }
    }

    /** Characters of the font's own width can be drawn together; others each in their own cell. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f;
    }

    private void glyph(Row row, int column, int left, int y) {
        if (row.isSecondHalf(column) || row.at(column) == ' ') {
            return;
        }
        char c = row.at(column);
        int x = left + font.x(column);
        int right = left + font.x(column + (row.isWide(column) ? 2 : 1));
        if (!new BoxGlyphs(gc).draw(c, x, y, right - x, font.height())) {
            gc.drawText(row.glyph(column), x, y + 1, true);
        }
    }

    /** Shows a selection or a find over what was painted. */
    void mark(int from, int to, int left, int y, Tone tone) {
        int alpha = gc.getAlpha();
        gc.setAlpha(110);
        gc.setBackground(palette.tone(tone));
        gc.fillRectangle(left + font.x(from), y, left + font.x(to) - left - font.x(from), font.height());
        gc.setAlpha(alpha);
    }

    /** @param shape DECSCUSR's number */
    void cursor(Row row, int column, int left, int y, int shape, boolean focused) {
        int x = left + font.x(column);
        int width = left + font.x(column + (row.isWide(column) ? 2 : 1)) - x;
        Color accent = palette.tone(Tone.ACCENT);
        gc.setForeground(accent);
        gc.setBackground(accent);
        if (!focused) {
            gc.drawRectangle(x, y, width - 1, font.height() - 1);
        } else if (shape == 3 || shape == 4) {
            gc.fillRectangle(x, y + font.height() - 2, width, 2);
        } else if (shape == 5 || shape == 6) {
            gc.fillRectangle(x, y, 2, font.height());
        } else {
            gc.fillRectangle(x, y, width, font.height());
            gc.setForeground(palette.tone(Tone.ON_ACCENT));
            gc.setFont(font.of(row.style(column)));
            gc.drawText(row.glyph(column), x, y + 1, true);
        }
    }
}
