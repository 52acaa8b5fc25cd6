package org.waystation.knowledge.ui.internal.write;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the editor's buttons and keys do to a text in Markdown: each is one replacement and where the selection is then. */
final class Marking {

    private static final Pattern ITEM =
            Pattern.compile("^(\\s*)(?:([-*+]) (\\[[ xX]\\] )?|(\\d{1,9})([.)]) |(> ))(.*)$");
    private static final Pattern LINE_MARK = Pattern.compile("^(#{1,6} |[-*+] \\[[ xX]\\] |[-*+] |\\d{1,9}[.)] |> )");
    private static final String ADDRESS = "https://";

    private Marking() {}

    /**
     * A replacement.
     *
     * @param from where it begins
     * @param to before what it ends
     * @param start of the selection afterwards
     * @param end of the selection afterwards
     */
    record Change(int from, int to, String words, int start, int end) {}

    /** Puts marks around the selection, or takes them away where they are. */
    static Change around(String text, int start, int end, String mark) {
        int length = mark.length();
        boolean outside = start >= length
                && end + length <= text.length()
                && text.startsWith(mark, start - length)
                && text.startsWith(mark, end);
        if (outside) {
            return new Change(start - length, end + length, text.substring(start, end), start - length, end - length);
        }
        String words = text.substring(start, end);
        boolean inside = words.length() >= 2 * length && words.startsWith(mark) && words.endsWith(mark);
        if (inside) {
            String bare = words.substring(length, words.length() - length);
            return new Change(start, end, bare, start, start + bare.length());
        }
        return new Change(start, end, mark + words + mark, start + length, end + length);
    }

    /** Makes a link of the selection; the place for the address is selected. */
    static Change link(String text, int start, int end) {
        String words = text.substring(start, end);
        if (words.startsWith("http://") || words.startsWith("https://")) {
            return new Change(start, end, "[](" + words + ")", start + 1, start + 1);
        }
        int at = start + words.length() + 3;
        return new Change(start, end, "[" + words + "](" + ADDRESS + ")", at, at + ADDRESS.length());
    }

    /** A block of code, or code within a line. */
    static Change code(String text, int start, int end) {
        String words = text.substring(start, end);
        if (!words.contains("\n")) {
            return around(text, start, end, "`");
        }
        String block = (start > 0 && text.charAt(start - 1) != '\n' ? "\n" : "") + "```\n" + words
                + (words.endsWith("\n") ? "" : "\n") + "```\n";
        return new Change(start, end, block, start, start + block.length());
    }

    /** Gives each line of the selection a mark such as "- ", in place of another; takes it away where all have it. */
    static Change lines(String text, int start, int end, String mark) {
        return everyLine(text, start, end, line -> line.startsWith(mark), line -> mark + line);
    }

    static Change numbered(String text, int start, int end) {
        int[] number = {0};
        return everyLine(text, start, end, line -> line.matches("\\d+\\. .*"), line -> ++number[0] + ". " + line);
    }

    /** Makes the line a heading of the next level, and after the third plain again. */
    static Change heading(String text, int start, int end) {
        int from = lineStart(text, start);
        String line = text.substring(from, lineEnd(text, from));
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        boolean is = level > 0 && level < line.length() && line.charAt(level) == ' ';
        String bare = is ? line.substring(level + 1) : line;
        String mark = !is ? "## " : level == 2 ? "### " : level == 3 ? "" : "## ";
        int at = from + mark.length() + bare.length();
        return new Change(from, from + line.length(), mark + bare, at, at);
    }

    /** What Enter does at the end of a line of a list: the next one begins, or the list ends after an empty one. */
    static Optional<Change> nextLine(String text, int caret) {
        int from = lineStart(text, caret);
        Matcher item = ITEM.matcher(text.substring(from, caret));
        if (!item.matches()) {
            return Optional.empty();
        }
        if (item.group(7).isBlank()) {
            return Optional.of(new Change(from, caret, "", from, from));
        }
        String next = item.group(1)
                + (item.group(2) != null
                        ? item.group(2) + (item.group(3) == null ? " " : " [ ] ")
                        : item.group(4) != null ? following(item.group(4)) + item.group(5) + " " : item.group(6));
        int at = caret + 1 + next.length();
        return Optional.of(new Change(caret, caret, "\n" + next, at, at));
    }

    private static long following(String number) {
        return Long.parseLong(number) + 1;
    }

    private static Change everyLine(
            String text, int start, int end, Predicate<String> marked, UnaryOperator<String> mark) {
        int from = lineStart(text, start);
        int to = lineEnd(text, end > start && text.charAt(end - 1) == '\n' ? end - 1 : end);
        String lines = text.substring(from, to);
        boolean all = lines.lines().filter(line -> !line.isBlank()).allMatch(marked) && !lines.isBlank();
        String changed = lines.isEmpty()
                ? mark.apply("")
                : lines.lines()
                        .map(line -> all ? bare(line) : mark.apply(bare(line)))
                        .collect(Collectors.joining("\n"));
        boolean one = start == end;
        int at = from + changed.length();
        return new Change(from, to, changed, one ? at : from, at);
    }

    private static String bare(String line) {
        return LINE_MARK.matcher(line).replaceFirst("");
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
