package org.waystation.sessions.ui.internal.terminal;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waystation.api.session.TerminalSize;

/** What the terminal's emulation can do without a screen, for the benchmark. */
public final class TerminalFigures {

    private TerminalFigures() {}

    /** By recorded program, the share of cells that are as in tmux's grid, 0 to 1. */
    public static Map<String, Double> agreement() {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String name : Grid.NAMES) {
            shares.put(name, new Grid(name).agreement().share());
        }
        return shares;
    }

    /** What the recorded programs printed, over and over until it is so many bytes. */
    public static byte[] stream(int bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes);
        while (all.size() < bytes) {
            for (String name : Grid.NAMES) {
                all.writeBytes(new Grid(name).stream());
            }
        }
        return all.toByteArray();
    }

    /** Takes in a stream as a session does, piece by piece; gives the nanoseconds it took. */
    public static long feed(byte[] stream, TerminalSize size) {
        Emulation emulation = new Emulation(size, answer -> {});
        byte[] piece = new byte[32 * 1024];
        long begin = System.nanoTime();
        for (int from = 0; from < stream.length; from += piece.length) {
            int length = Math.min(piece.length, stream.length - from);
            System.arraycopy(stream, from, piece, 0, length);
            emulation.feed(piece, length);
        }
        return System.nanoTime() - begin;
    }
}
