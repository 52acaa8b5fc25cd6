package org.waystation.shell.internal.markdown;

import java.util.stream.Collectors;

/**
 * Quotes within quotes and lists within lists in one line, so many that nobody writes them: the parser would take those too
 * deep for text, and a line of nothing but their marks keeps the one who lays it out busy.
 */
final class Nesting {

    /** Stands for the marks that are left out. */
    private static final String MORE = "… ";

    /** The parser counts the document and what stands at the bottom too. */
    private static final int DEEPEST = MarkdownReader.DEEPEST - 2;

    private Nesting() {}

    /** The text with the marks at the beginning of a line as deep as they are read, and a sign where there were more. */
    static String limited(String text) {
        return text.lines().map(Nesting::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        int marks = 0;
        int kept = 0;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            boolean spaced = at + 1 < line.length() && line.charAt(at + 1) == ' ';
            if (c == '>' || spaced && (c == '-' || c == '*' || c == '+')) {
                marks++;
                at += c == '>' ? 1 : 2;
                kept = marks == DEEPEST ? at : kept;
            } else if (c == ' ') {
                at++;
            } else {
                break;
            }
        }
        // Nothing but marks is a rule, which is one line whatever its length.
        boolean tooDeep = marks > DEEPEST && at < line.length();
        return tooDeep ? line.substring(0, kept) + MORE + line.substring(at) : line;
    }
}
