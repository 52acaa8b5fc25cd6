package org.waystation.shell.internal.markdown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.waystation.shell.internal.markdown.Block.Line;
import org.waystation.shell.internal.markdown.Block.Mark;
import org.waystation.shell.internal.markdown.Block.Span;

/** Writes paragraphs into one text with spans and line forms. */
final class FlowWriter {

    /** Characters of a line. */
    private static final int LONGEST_LINE = 2_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private String bullet = "";
    private boolean tight;
    private int lineStart;
    private int unbroken;

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Block.Flow flow() {
        return new Block.Flow(text.toString(), List.copyOf(spans), List.copyOf(lines));
    }

    /** The same in pieces that a control lays out in no time; a piece ends with a line. */
    List<Block.Flow> flows() {
        return new FlowPieces(flow()).pieces();
    }

    /** What the next line begins with. */
    void nextBullet(String newBullet, boolean newTight) {
        bullet = newBullet;
        tight = newTight;
    }

    void line(Node paragraph, int indent, boolean quoted) {
        begin(indent);
        inlines(paragraph, quoted ? EnumSet.of(Mark.QUOTE) : EnumSet.noneOf(Mark.class), "", 0);
    }

    void heading(Heading heading, int indent) {
        begin(indent);
        Mark level = switch (heading.getLevel()) {
            case 1 -> Mark.HEADING_1;
            case 2 -> Mark.HEADING_2;
            default -> Mark.HEADING;
        };
        inlines(heading, EnumSet.of(level), "", 0);
    }

    void plain(String literal, int indent) {
        for (String line : literal.strip().split("\n")) {
            begin(indent);
            append(line, Set.of(), "");
        }
    }

    private void begin(int indent) {
        if (!lines.isEmpty()) {
            text.append('\n');
        }
        lines.add(new Line(indent, bullet, !lines.isEmpty() && !tight));
        lineStart = text.length();
        unbroken = 0;
        text.append(bullet);
        bullet = "";
        tight = false;
    }

    private void breakLine() {
        Line last = lines.getLast();
        text.append('\n');
        lines.add(new Line(last.indent(), "", false));
        lineStart = text.length();
        unbroken = 0;
    }

    private void inlines(Node parent, Set<Mark> marks, String target, int depth) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (depth < MarkdownReader.DEEPEST) {
                inline(node, marks, target, depth);
            }
        }
    }

    private void inline(Node node, Set<Mark> marks, String target, int depth) {
        switch (node) {
            case Text words -> append(words.getLiteral(), marks, target);
            case Code code -> append(code.getLiteral(), with(marks, Mark.CODE), target);
            case Emphasis emphasis -> inlines(emphasis, with(marks, Mark.EMPHASIS), target, depth + 1);
            case StrongEmphasis strong -> inlines(strong, with(marks, Mark.STRONG), target, depth + 1);
            case Strikethrough strike -> inlines(strike, with(marks, Mark.STRIKE), target, depth + 1);
            case Link link -> link(link, marks, depth);
            case Image image -> image(image, marks, depth);
            case HtmlInline html -> append(html.getLiteral(), marks, target);
            case SoftLineBreak soft -> append(" ", marks, target);
            case HardLineBreak hard -> breakLine();
            default -> inlines(node, marks, target, depth + 1);
        }
    }

    /** A link that does not read as its target, and could be taken for another, has the target written after it. */
    private void link(Link link, Set<Mark> marks, int depth) {
        Optional<String> target = SafeText.target(link.getDestination());
        int start = text.length();
        if (target.isPresent()) {
            inlines(link, with(marks, Mark.LINK), target.get(), depth + 1);
        } else {
            inlines(link, marks, "", depth + 1);
        }
        String shown = text.substring(start);
        String destination = target.orElse(link.getDestination());
        boolean posesAsTarget = shown.contains(".") || shown.contains(":") || shown.contains("@");
        boolean same = destination.equals(shown)
                || destination.equals("mailto:" + shown)
                || destination.equals("http://" + shown)
                || destination.equals("https://" + shown);
        if (target.isEmpty() || posesAsTarget && !same) {
            append(" (" + destination + ")", marks, "");
        }
    }

    /** Nothing is fetched for a text: of an image its words are shown. */
    private void image(Image image, Set<Mark> marks, int depth) {
        append("[image: ", marks, "");
        inlines(image, marks, "", depth + 1);
        append("]", marks, "");
    }

    private void append(String words, Set<Mark> marks, String target) {
        // Nobody reads lines and words without end, but a control that wraps them is busy with them for very long.
        for (String piece : LongWords.pieces(words.replace('\n', ' '))) {
            if (text.length() - lineStart + piece.length() > LONGEST_LINE) {
                breakLine();
            }
            put(piece, marks, target);
            unbroken = LongWords.tail(unbroken, piece);
            if (unbroken >= LongWords.LONGEST) {
                breakLine();
            }
        }
    }

    private void put(String oneLine, Set<Mark> marks, String target) {
        if (!marks.isEmpty() && !oneLine.isEmpty()) {
            spans.add(new Span(text.length(), oneLine.length(), Set.copyOf(marks), target));
        }
        text.append(oneLine);
    }

    private static Set<Mark> with(Set<Mark> marks, Mark mark) {
        EnumSet<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return more;
    }
}
