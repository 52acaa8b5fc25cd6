package org.waystation.shell.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A small text file kept in two generations. A write replaces the file in one step and keeps the one before; a file
 * that was damaged is noticed by its check sum and the one before is read instead.
 */
public final class GenerationFile {

    private static final String MARK = "#crc32c ";

    private final Path current;
    private final Path previous;
    private final Path fresh;

    public GenerationFile(Path file) {
        current = file;
        previous = file.resolveSibling(file.getFileName() + ".previous");
        fresh = file.resolveSibling(file.getFileName() + ".new");
    }

    /** What was read, and whether something had to be passed over on the way to it. */
    public record Content(Optional<String> text, boolean damaged) {}

    /** The newest generation that is whole; nothing where there never was one. Does I/O. */
    public Content read() {
        Optional<String> newest = whole(current);
        if (newest.isPresent()) {
            return new Content(newest, false);
        }
        boolean damaged = Files.exists(current);
        Optional<String> older = whole(previous);
        return new Content(older, damaged || (older.isEmpty() && Files.exists(previous)));
    }

    /** Makes this text the newest generation. When it returns, the text is on the disk. Does I/O. */
    public void write(String text) throws IOException {
        Files.createDirectories(current.getParent());
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap((MARK + sum(text) + "\n" + text).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (whole(current).isPresent()) {
            Files.move(current, previous, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(fresh, current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<String> whole(Path file) {
        try {
            String all = Files.readString(file);
            int end = all.indexOf('\n');
            if (!all.startsWith(MARK) || end < 0) {
                return Optional.empty();
            }
            String text = all.substring(end + 1);
            return sum(text).equals(all.substring(MARK.length(), end)) ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            // Missing, unreadable or not text: to the reader all of it means that this generation does not count.
            return Optional.empty();
        }
    }

    private static String sum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
