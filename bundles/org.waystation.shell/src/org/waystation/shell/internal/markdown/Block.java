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
        HEADING,
        QUOTE,
        LINK
    }
}
