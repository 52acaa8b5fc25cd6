package org.waystation.api.session;

/** Size of a terminal in cells; what is out of bounds is brought into them. */
public record TerminalSize(int columns, int rows) {

    public static final TerminalSize USUAL = new TerminalSize(80, 24);

    private static final int LEAST = 2;
    private static final int MOST = 1_000;

    public TerminalSize {
        columns = Math.clamp(columns, LEAST, MOST);
        rows = Math.clamp(rows, LEAST, MOST);
    }
}
