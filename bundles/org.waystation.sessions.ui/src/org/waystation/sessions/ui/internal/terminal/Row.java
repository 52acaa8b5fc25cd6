package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.model.TerminalLine;
import com.techsenger.jeditermfx.core.model.TerminalLine.TextEntry;
import com.techsenger.jeditermfx.core.util.CharUtils;
import java.util.Arrays;

/** The cells of one line as they are to be painted. */
final class Row {

    private final char[] characters;
    private final TextStyle[] styles;

    Row(char[] characters, TextStyle[] styles) {
        this.characters = characters;
        this.styles = styles;
    }

    static Row of(TerminalLine line, int columns) {
        char[] characters = new char[columns];
        TextStyle[] styles = new TextStyle[columns];
        Arrays.fill(characters, ' ');
        Arrays.fill(styles, TextStyle.EMPTY);
        int column = 0;
        for (TextEntry entry : line.getEntries()) {
            int length = Math.min(entry.getLength(), columns - column);
            for (int i = 0; i < length; i++) {
                char c = entry.getText().charAt(i);
                characters[column + i] = c == CharUtils.NUL_CHAR ? ' ' : c;
                styles[column + i] = entry.getStyle();
            }
            column += Math.max(0, length);
        }
        return new Row(characters, styles);
    }

    int columns() {
        return characters.length;
    }

    /** The character of a cell; {@link #isSecondHalf} tells of cells that have none of their own. */
    char at(int column) {
        return characters[column];
    }

    TextStyle style(int column) {
        return styles[column];
    }

    /** Whether a cell is the second half of the wide character before it. */
    boolean isSecondHalf(int column) {
        return characters[column] == CharUtils.DWC || Character.isLowSurrogate(characters[column]);
    }

    boolean isWide(int column) {
        return column + 1 < characters.length && isSecondHalf(column + 1);
    }

    /** What a cell shows, a surrogate pair as one. */
    String glyph(int column) {
        return Character.isHighSurrogate(characters[column]) && column + 1 < characters.length
                ? new String(characters, column, 2)
                : String.valueOf(characters[column]);
    }

    /** The text from one column up to another, without what only fills the second halves. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int column = Math.max(0, from); column < Math.min(to, characters.length); column++) {
            if (characters[column] != CharUtils.DWC) {
                text.append(characters[column]);
            }
        }
        return text.toString();
    }

    /** The text with one character a column, for finding columns in it. */
    String cells() {
        return new String(characters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row
                && Arrays.equals(characters, row.characters)
                && Arrays.equals(styles, row.styles);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(characters);
    }
}
