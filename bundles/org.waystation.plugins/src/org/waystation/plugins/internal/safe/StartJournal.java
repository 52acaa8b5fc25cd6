package org.waystation.plugins.internal.safe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Remembers over a crash how far the start had come. Two starts in a row that did not come to their end are reason to
 * offer safe mode; the plug-in that was being started then is the suspect.
 */
public final class StartJournal {

    private static final int CRASHES = 2;

    private final Path file;
    /** Kept open over a start, in which one plug-in comes after the other. */
    private Optional<FileChannel> open = Optional.empty();

    /** The first line: how many starts, with this one, did not come to their end. */
    private String head = "";

    public StartJournal(Path file) {
        this.file = file;
    }

    /**
     * What to offer.
     *
     * @param crashes how many starts in a row did not come to their end
     * @param suspect the plug-in that was being started when the last start ended; empty where none was
     */
    public record Advice(boolean offerSafeMode, int crashes, Optional<String> suspect) {}

    /** To be called once as the program starts. */
    public synchronized Advice begin() throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        int crashes = lines.isEmpty() ? 0 : crashes(lines.get(0));
        Optional<String> suspect = lines.size() > 1 ? Optional.of(lines.get(1)) : Optional.empty();
        Files.writeString(file, (crashes + 1) + "\n");
        return new Advice(crashes >= CRASHES, crashes, crashes > 0 ? suspect : Optional.empty());
    }

    /** A plug-in is about to be started. */
    public synchronized void starting(String pluginId) throws IOException {
        if (open.isEmpty()) {
            head = (Files.exists(file) ? Files.readAllLines(file).getFirst() : "1") + "\n";
            open = Optional.of(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        }
        byte[] text = (head + pluginId + "\n").getBytes(StandardCharsets.UTF_8);
        FileChannel channel = open.get();
        channel.write(ByteBuffer.wrap(text), 0);
        channel.truncate(text.length);
    }

    /** The start has come to its end, or the program was closed orderly. */
    public synchronized void completed() throws IOException {
        if (open.isPresent()) {
            open.get().close();
            open = Optional.empty();
        }
        Files.deleteIfExists(file);
    }

    private static int crashes(String line) {
        return line.matches("\\d{1,4}") ? Integer.parseInt(line) : 0;
    }
}
