package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.model.TerminalLine;
import com.techsenger.jeditermfx.core.model.TerminalLine.TextEntry;
import com.techsenger.jeditermfx.core.util.CharUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Lines that have scrolled off, as one text and the runs of its styles. The emulator's own lines take about a kilobyte
 * each; these take little more than their characters, so that forty terminals may keep fifty thousand each.
 */
final class PackedLines {

    private final String text;
    private final int[] lineEnds;
    private final int[] runEnds;
    private final TextStyle[] runStyles;
    private final BitSet wrapped;

    private PackedLines(String text, int[] lineEnds, int[] runEnds, TextStyle[] runStyles, BitSet wrapped) {
        this.text = text;
        this.lineEnds = lineEnds;
        this.runEnds = runEnds;
        this.runStyles = runStyles;
        this.wrapped = wrapped;
    }

    static PackedLines of(List<TerminalLine> lines) {
        return new Packing(lines.size()).all(lines);
    }

    int size() {
        return lineEnds.length;
    }

    boolean wraps(int line) {
        return wrapped.get(line);
    }

    /** A line as it is to be painted; it may have been wider when it was printed. */
    Row row(int line, int columns) {
        char[] characters = new char[columns];
        TextStyle[] styles = new TextStyle[columns];
        Arrays.fill(characters, ' ');
        Arrays.fill(styles, TextStyle.EMPTY);
        int start = line == 0 ? 0 : lineEnds[line - 1];
        int length = Math.min(columns, lineEnds[line] - start);
        int run = runAt(start);
        for (int i = 0; i < length; i++) {
            while (runEnds[run] <= start + i) {
                run++;
            }
            characters[i] = text.charAt(start + i);
            styles[i] = runStyles[run];
        }
        return new Row(characters, styles);
    }

    /** The run that holds a character of the text. */
    private int runAt(int at) {
        int found = Arrays.binarySearch(runEnds, at + 1);
        return found >= 0 ? found : -found - 1;
    }

    /** Puts lines together; a run goes on over the ends of lines. */
    private static final class Packing {

        private final StringBuilder text = new StringBuilder();
        private final int[] lineEnds;
        private final List<Integer> runEnds = new ArrayList<>();
        private final List<TextStyle> runStyles = new ArrayList<>();
        private final BitSet wrapped = new BitSet();

        Packing(int size) {
            lineEnds = new int[size];
        }

        PackedLines all(List<TerminalLine> lines) {
            for (int i = 0; i < lineEnds.length; i++) {
                TerminalLine line = lines.get(i);
                line.getEntries().forEach(this::add);
                lineEnds[i] = text.length();
                wrapped.set(i, line.isWrapped());
            }
            return new PackedLines(
                    text.toString(),
                    lineEnds,
                    runEnds.stream().mapToInt(Integer::intValue).toArray(),
                    runStyles.toArray(TextStyle[]::new),
                    wrapped);
        }

        private void add(TextEntry entry) {
            int length = entry.getLength();
            for (int i = 0; i < length; i++) {
                char c = entry.getText().charAt(i);
                text.append(c == CharUtils.NUL_CHAR ? ' ' : c);
            }
            if (length == 0) {
                return;
            }
            int last = runStyles.size() - 1;
            if (last >= 0 && runStyles.get(last).equals(entry.getStyle())) {
                runEnds.set(last, text.length());
            } else {
                runEnds.add(text.length());
                runStyles.add(entry.getStyle());
            }
        }
    }
}
