package org.waystation.api.knowledge;

import java.util.List;

/**
 * A piece of an article's text, in one line and without marks of Markdown.
 *
 * @param marks what of it was looked for, in order and without overlap
 */
public record Snippet(String text, List<Mark> marks) {

    /** No text. */
    public static final Snippet NONE = new Snippet("", List.of());

    /** Part of a snippet, in characters. */
    public record Mark(int start, int length) {}

    public Snippet {
        marks = List.copyOf(marks);
    }
}
