package org.waystation.sessions.ui.internal.terminal;

import org.eclipse.swt.graphics.GC;

/**
 * Draws lines and blocks (U+2500 to U+259F) to the very edges of their cells, so that frames have no gaps whatever the
 * font. Dashed and rounded ones are drawn as plain lines; diagonals are left to the font.
 */
final class BoxGlyphs {

    /** For U+2500 to U+257F: which of left, up, right, down have a line; 1 light, 2 heavy, 3 double; one digit each. */
    private static final String ARMS = ""
            + "1010 2020 0101 0202 1010 2020 0101 0202 1010 2020 0101 0202 "
            + "0011 0021 0012 0022 1001 2001 1002 2002 0110 0120 0210 0220 1100 2100 1200 2200 "
            + "0111 0121 0211 0112 0212 0221 0122 0222 1101 2101 1201 1102 1202 2201 2102 2202 "
            + "1011 2011 1021 2021 1012 2012 1022 2022 1110 2110 1120 2120 1210 2210 1220 2220 "
            + "1111 2111 1121 2121 1211 1112 1212 2211 1221 2112 1122 2221 2122 2212 1222 2222 "
            + "1010 2020 0101 0202 "
            + "3030 0303 0031 0013 0033 3001 1003 3003 0130 0310 0330 3100 1300 3300 "
            + "0131 0313 0333 3101 1303 3303 3031 1013 3033 3130 1310 3330 3131 1313 3333 "
            + "0011 1001 1100 0110 0000 0000 0000 "
            + "1000 0100 0010 0001 2000 0200 0020 0002 1020 0102 2010 0201";

    private static final char FIRST = '\u2500';
    private static final char BLOCKS = '\u2580';
    private static final char LAST = '\u259f';
    private static final int ARM_LENGTH = 5;

    private final GC gc;

    BoxGlyphs(GC gc) {
        this.gc = gc;
    }

    /** False where it is none of these and the font has to draw it. */
    boolean draw(char c, int x, int y, int width, int height) {
        if (c < FIRST || c > LAST) {
            return false;
        }
        gc.setBackground(gc.getForeground());
        return c < BLOCKS ? lines((c - FIRST) * ARM_LENGTH, x, y, width, height) : block(c, x, y, width, height);
    }

    private boolean lines(int at, int x, int y, int width, int height) {
        String arms = ARMS.substring(at, at + ARM_LENGTH - 1);
        if (arms.equals("0000")) {
            return false;
        }
        int middleX = x + width / 2;
        int middleY = y + height / 2;
        horizontal(arms.charAt(0), x, middleX, middleY);
        vertical(arms.charAt(1), y, middleY, middleX);
        horizontal(arms.charAt(2), middleX, x + width, middleY);
        vertical(arms.charAt(3), middleY, y + height, middleX);
        return true;
    }

    private void horizontal(char kind, int from, int to, int y) {
        switch (kind) {
            case '1' -> gc.fillRectangle(from, y, to - from, 1);
            case '2' -> gc.fillRectangle(from - 1, y - 1, to - from + 2, 3);
            case '3' -> {
                gc.fillRectangle(from - 1, y - 1, to - from + 2, 1);
                gc.fillRectangle(from - 1, y + 1, to - from + 2, 1);
            }
            default -> {}
        }
    }

    private void vertical(char kind, int from, int to, int x) {
        switch (kind) {
            case '1' -> gc.fillRectangle(x, from, 1, to - from);
            case '2' -> gc.fillRectangle(x - 1, from - 1, 3, to - from + 2);
            case '3' -> {
                gc.fillRectangle(x - 1, from - 1, 1, to - from + 2);
                gc.fillRectangle(x + 1, from - 1, 1, to - from + 2);
            }
            default -> {}
        }
    }

    private boolean block(char c, int x, int y, int width, int height) {
        int eighth = c - BLOCKS;
        if (eighth == 0) {
            gc.fillRectangle(x, y, width, height / 2);
        } else if (eighth <= 8) {
            int part = height * eighth / 8;
            gc.fillRectangle(x, y + height - part, width, part);
        } else if (eighth < 16) {
            gc.fillRectangle(x, y, width * (16 - eighth) / 8, height);
        } else if (eighth == 16) {
            gc.fillRectangle(x + width / 2, y, width - width / 2, height);
        } else if (eighth <= 19) {
            int alpha = gc.getAlpha();
            gc.setAlpha(64 * (eighth - 16));
            gc.fillRectangle(x, y, width, height);
            gc.setAlpha(alpha);
        } else {
            return false;
        }
        return true;
    }
}
