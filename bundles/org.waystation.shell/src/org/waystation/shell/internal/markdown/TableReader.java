package org.waystation.shell.internal.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.waystation.shell.internal.markdown.Block.Cell;
import org.waystation.shell.internal.markdown.Block.Side;

/** Reads a table; one with more cells than anybody reads becomes text of fixed width. */
final class TableReader {

    private static final int MOST_CELLS = 240;
    private static final int MOST_CHARACTERS = 12_000;
    private static final int WIDEST = 40;

    Block read(TableBlock table) {
        List<List<Cell>> rows = new ArrayList<>();
        collect(table, rows);
        int cells = rows.stream().mapToInt(List::size).sum();
        int characters = rows.stream()
                .flatMap(List::stream)
                .mapToInt(cell -> cell.flow().text().length())
                .sum();
        return cells <= MOST_CELLS && characters <= MOST_CHARACTERS
                ? new Block.Table(List.copyOf(rows))
                : new Block.Code(text(rows));
    }

    private static void collect(Node parent, List<List<Cell>> rows) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableRow row) {
                List<Cell> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(cell(cell));
                }
                rows.add(List.copyOf(cells));
            } else {
                collect(node, rows);
            }
        }
    }

    private static Cell cell(Node node) {
        FlowWriter writer = new FlowWriter();
        writer.line(node, 0, false);
        return new Cell(writer.flow(), node instanceof TableCell cell ? side(cell) : Side.LEFT);
    }

    private static Side side(TableCell cell) {
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            return Side.RIGHT;
        }
        return cell.getAlignment() == TableCell.Alignment.CENTER ? Side.CENTER : Side.LEFT;
    }

    private static String text(List<List<Cell>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<Cell> row : rows) {
            for (int i = 0; i < Math.min(widths.length, row.size()); i++) {
                widths[i] = Math.max(
                        widths[i], Math.min(WIDEST, row.get(i).flow().text().length()));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < Math.min(widths.length, row.size()); i++) {
                String words = row.get(i).flow().text();
                line.append(words).repeat(" ", Math.max(0, widths[i] - words.length()) + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
