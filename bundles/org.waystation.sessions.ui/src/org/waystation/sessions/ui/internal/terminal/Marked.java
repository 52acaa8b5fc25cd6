package org.waystation.sessions.ui.internal.terminal;

/** What is selected: from one cell up to another, both in lines counted from the first line there ever was. */
record Marked(long fromLine, int fromColumn, long toLine, int toColumn) {

    /** The same with the earlier end first. */
    Marked ordered() {
        boolean ordered = fromLine < toLine || fromLine == toLine && fromColumn <= toColumn;
        return ordered ? this : new Marked(toLine, toColumn, fromLine, fromColumn);
    }

    boolean isEmpty() {
        return fromLine == toLine && fromColumn == toColumn;
    }

    /** First selected column of a line; only to be asked of lines in between. */
    int from(long line) {
        return line == fromLine ? fromColumn : 0;
    }

    int to(long line, int columns) {
        return line == toLine ? Math.min(toColumn, columns) : columns;
    }

    boolean touches(long line) {
        return line >= fromLine && line <= toLine;
    }
}
