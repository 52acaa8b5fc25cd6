package org.waystation.plugins.internal.safe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps a search for a culprit over a restart: one line each for what is pinned, suspected, tried, and confirmed. */
public final class BisectFile {

    private static final int LINES = 4;

    private final Path file;

    public BisectFile(Path file) {
        this.file = file;
    }

    /** Empty where none is under way, or what is written makes no sense. */
    public Optional<Bisect> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() == LINES
                ? Optional.of(new Bisect(
                        Set.copyOf(ids(lines.get(0))),
                        ids(lines.get(1)),
                        ids(lines.get(2)),
                        Boolean.parseBoolean(lines.get(3))))
                : Optional.empty();
    }

    public void write(Bisect bisect) throws IOException {
        Files.write(
                file,
                List.of(
                        String.join(" ", bisect.pinned()),
                        String.join(" ", bisect.suspects()),
                        String.join(" ", bisect.trying()),
                        Boolean.toString(bisect.confirmed())));
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static List<String> ids(String line) {
        return line.isBlank() ? List.of() : List.of(line.split(" "));
    }
}
