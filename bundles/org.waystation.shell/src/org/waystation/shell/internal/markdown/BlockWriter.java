package org.waystation.shell.internal.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Walks the blocks of a document. */
final class BlockWriter {

    /** Nested deeper, it is indented no further: what is left of the width would make hundreds of lines of one. */
    private static final int INDENTED_MOST = 8;

    private final List<Block> blocks = new ArrayList<>();
    private FlowWriter flow = new FlowWriter();

    List<Block> blocks() {
        flush();
        return List.copyOf(blocks);
    }

    void write(Node document) {
        children(document, 0, false);
    }

    private void children(Node parent, int indent, boolean quoted) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, indent, quoted);
        }
    }

    private void block(Node node, int indent, boolean quoted) {
        switch (node) {
            case Paragraph paragraph -> flow.line(paragraph, indent, quoted);
            case Heading heading -> flow.heading(heading, indent);
            case ListBlock list -> list(list, indent, quoted);
            case BlockQuote quote -> children(quote, deeper(indent), true);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            // Shown as it was typed: nothing here understands HTML.
            case HtmlBlock html -> flow.plain(html.getLiteral(), indent);
            case TableBlock table -> alone(new TableReader().read(table));
            case ThematicBreak rule -> alone(new Block.Rule());
            default -> children(node, indent, quoted);
        }
    }

    private static int deeper(int indent) {
        return Math.min(indent + 1, INDENTED_MOST);
    }

    private void list(ListBlock list, int indent, boolean quoted) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        boolean nested = list.getParent() instanceof ListItem;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String bullet = list instanceof BulletList ? "•  " : number++ + ".  ";
            flow.nextBullet(task(item).orElse(bullet), list.isTight() && (nested || item != list.getFirstChild()));
            children(item, deeper(indent), quoted);
        }
    }

    /** The box of an item that is a task. */
    private static Optional<String> task(Node item) {
        return item.getFirstChild() instanceof TaskListItemMarker task
                ? Optional.of(task.isChecked() ? "\u2611  " : "\u2610  ")
                : Optional.empty();
    }

    private void code(String literal) {
        alone(new Block.Code(literal.stripTrailing()));
    }

    private void alone(Block block) {
        flush();
        blocks.add(block);
    }

    private void flush() {
        if (!flow.isEmpty()) {
            blocks.addAll(flow.flows());
        }
        flow = new FlowWriter();
    }
}
