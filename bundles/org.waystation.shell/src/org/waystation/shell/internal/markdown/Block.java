package org.waystation.shell.internal.markdown;

import java.util.List;
import java.util.Set;

/** A part of a text that is shown in one control. */
public sealed interface Block {

    /**
     * Paragraphs, lists, quotes and headings that follow each other.
     *
     * @param spans parts of the text that look different
     * @param lines one for each line of the text
     */
    record Flow(String text, List<Span> spans, List<Line> lines) implements Block {}

    /** Text to be shown as it is, in fixed width. */
    record Code(String text) implements Block {}

    /**
     * A table.
     *
     * @param rows the first one is the head; each has as many cells as the first
     */
    record Table(List<List<Cell>> rows) implements Block {}

    /** A line between what stands above and below it. */
    record Rule() implements Block {}

    /** A cell of a table; its text may be empty. */
    record Cell(Flow flow, Side side) {}

    /** Where the text of a cell stands. */
    enum Side {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * A part of a flow.
     *
     * @param target where a link leads; empty for none
     */
    record Span(int start, int length, Set<Mark> marks, String target) {}

    /**
     * How a line of a flow stands.
     *
     * @param indent steps from the left
     * @param bullet what the line begins with, such as "• "; it hangs out of the lines that follow
     */
    record Line(int indent, String bullet, boolean spaceBefore) {}

    /** How a span looks. */
    enum Mark {
        STRONG,
        EMPHASIS,
        CODE,
        STRIKE,
        /** Of the first, the second and any deeper level. */
        HEADING_1,
        HEADING_2,
        HEADING,
        QUOTE,
        LINK
    }
}
