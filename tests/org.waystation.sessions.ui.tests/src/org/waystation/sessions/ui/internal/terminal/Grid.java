package org.waystation.sessions.ui.internal.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.waystation.api.session.TerminalSize;

/** A recorded stream, and how far the grid made of it agrees with tmux's own. */
final class Grid {

    static final List<String> NAMES = List.of("vim", "htop", "less", "tmux", "mc");
    static final TerminalSize SIZE = new TerminalSize(100, 30);

    private final String name;

    Grid(String name) {
        this.name = name;
    }

    byte[] stream() {
        return read("/streams/" + name + ".stream");
    }

    /** The share of cells that agree, and those that do not. */
    Agreement agreement() {
        Emulation emulation = new Emulation(SIZE, bytes -> {});
        byte[] stream = stream();
        emulation.feed(stream, stream.length);
        List<String> wanted = new String(read("/streams/" + name + ".grid"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int agreeing = 0;
        List<String> differing = new ArrayList<>();
        for (int row = 0; row < SIZE.rows(); row++) {
            Row shown = emulation.row(row);
            String line = padded(shown.text(0, SIZE.columns()));
            String other = padded(row < wanted.size() ? wanted.get(row) : "");
            for (int i = 0; i < SIZE.columns(); i++) {
                if (line.charAt(i) == other.charAt(i)) {
                    agreeing++;
                }
            }
            if (!line.equals(other)) {
                differing.add(row + "\n  ours: " + line.stripTrailing() + "\n  tmux: " + other.stripTrailing());
            }
        }
        return new Agreement(agreeing / (double) (SIZE.rows() * SIZE.columns()), differing);
    }

    private static String padded(String line) {
        return line + " ".repeat(Math.max(0, SIZE.columns() - line.length()));
    }

    /**
     * How far two grids agree.
     *
     * @param share 0 to 1
     */
    record Agreement(double share, List<String> differing) {}

    private static byte[] read(String resource) {
        try (InputStream in = Grid.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
