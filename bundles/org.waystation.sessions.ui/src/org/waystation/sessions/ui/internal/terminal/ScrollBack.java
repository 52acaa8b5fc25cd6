package org.waystation.sessions.ui.internal.terminal;

import com.techsenger.jeditermfx.core.model.LinesBuffer;
import com.techsenger.jeditermfx.core.model.TerminalLine;
import java.util.ArrayList;
import java.util.List;

/** What has scrolled off a terminal's screen: the older part packed, the latest as the emulator's own, which it can wrap anew. */
final class ScrollBack {

    /** Lines that are kept at least. */
    static final int LINES = 50_000;

    private static final int OWN_LEAST = 1_000;
    private static final int BLOCK = 500;

    private final List<PackedLines> blocks = new ArrayList<>();

    /** Packed lines. */
    int size() {
        return blocks.size() * BLOCK;
    }

    /** Packs what the emulator has too many of, and lets go of the oldest. */
    void takeFrom(LinesBuffer own) {
        while (own.getLineCount() >= OWN_LEAST + BLOCK) {
            List<TerminalLine> oldest = new ArrayList<>(BLOCK);
            for (int i = 0; i < BLOCK; i++) {
                oldest.add(own.getLine(i));
            }
            blocks.add(PackedLines.of(oldest));
            own.removeTopLines(BLOCK);
        }
        while (size() >= LINES + BLOCK) {
            blocks.removeFirst();
        }
    }

    /** @param index 0 is the oldest line */
    Row row(int index, int columns) {
        return blocks.get(index / BLOCK).row(index % BLOCK, columns);
    }

    boolean wraps(int index) {
        return blocks.get(index / BLOCK).wraps(index % BLOCK);
    }

    void clear() {
        blocks.clear();
    }
}
