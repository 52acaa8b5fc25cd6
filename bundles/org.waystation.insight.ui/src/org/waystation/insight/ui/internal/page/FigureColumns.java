package org.waystation.insight.ui.internal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.widgets.Brush;

/**
 * The columns of one table, as wide as what stands in them. What is left over is shared out as the columns are meant to
 * be to each other; where there is too little, titles and texts give way, since half a figure is a wrong one.
 */
final class FigureColumns {

    private static final int GAP = 10;
    private static final int SHORTEST = 64;

    private final List<FigureColumn> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private int[] widths = {};
    private int room = -1;

    FigureColumns(List<FigureColumn> columns) {
        this.columns = columns;
    }

    List<FigureColumn> all() {
        return columns;
    }

    List<String> titles() {
        return columns.stream().map(FigureColumn::title).toList();
    }

    /** Forgets what stands in them. */
    void clear() {
        rows.clear();
        room = -1;
    }

    void add(List<String> cells) {
        rows.add(cells);
        room = -1;
    }

    /** The widths in pixels, of which each but the last has a gap behind what stands in it. */
    int[] widths(Brush brush, int newRoom) {
        if (room != newRoom) {
            room = newRoom;
            widths = fitted(brush);
        }
        return widths;
    }

    /** What stands between two columns, in pixels. */
    static int gap() {
        return GAP;
    }

    private int[] fitted(Brush brush) {
        int[] least = new int[columns.size()];
        int[] fitted = new int[columns.size()];
        for (int i = 0; i < fitted.length; i++) {
            int column = i;
            int gap = i == fitted.length - 1 ? 0 : GAP;
            int widest = rows.stream()
                    .mapToInt(cells -> brush.width(cells.get(column), TextStyle.BODY))
                    .max()
                    .orElse(0);
            fitted[i] = Math.max(widest, widestWord(brush, columns.get(i).title())) + gap;
            least[i] = columns.get(i).figure() ? widest + gap : Math.min(fitted[i], SHORTEST);
        }
        int over = room - Arrays.stream(fitted).sum();
        if (over >= 0) {
            widen(fitted, over);
        } else {
            narrow(fitted, least, -over);
        }
        return fitted;
    }

    private static int widestWord(Brush brush, String title) {
        return Arrays.stream(title.split(" "))
                .mapToInt(word -> brush.width(word, TextStyle.SMALL))
                .max()
                .orElse(0);
    }

    private void widen(int[] fitted, int over) {
        int parts = columns.stream().mapToInt(FigureColumn::width).sum();
        int given = 0;
        for (int i = 0; i < fitted.length; i++) {
            int more = i == fitted.length - 1
                    ? over - given
                    : over * columns.get(i).width() / parts;
            fitted[i] += more;
            given += more;
        }
    }

    /** Takes from the column that has most to give, and where none has any more, from all. */
    private static void narrow(int[] fitted, int[] least, int missing) {
        int left = missing;
        OptionalInt most = most(fitted, least);
        while (left > 0 && most.isPresent()) {
            fitted[most.getAsInt()]--;
            left--;
            most = most(fitted, least);
        }
        int all = Arrays.stream(fitted).sum();
        for (int i = 0; i < fitted.length && left > 0; i++) {
            fitted[i] -= (int) Math.ceil((double) left * fitted[i] / all);
        }
    }

    private static OptionalInt most(int[] fitted, int[] least) {
        return IntStream.range(0, fitted.length)
                .filter(i -> fitted[i] > least[i])
                .reduce((a, b) -> fitted[a] - least[a] >= fitted[b] - least[b] ? a : b);
    }
}
