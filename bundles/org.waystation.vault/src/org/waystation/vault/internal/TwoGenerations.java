package org.waystation.vault.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A small file and the one before it: a loss of power while one is written leaves the other. */
final class TwoGenerations {

    private final Path current;
    private final Path previous;

    TwoGenerations(Path folder, String name) {
        this.current = folder.resolve(name);
        this.previous = folder.resolve(name + ".previous");
    }

    Path folder() {
        return current.toAbsolutePath().getParent();
    }

    /** The texts that are there, the newer first. */
    List<String> read() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : List.of(current, previous)) {
            try {
                found.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            } catch (NoSuchFileException e) {
                continue; // the other generation may be there
            }
        }
        return found;
    }

    /** On disk when this returns. */
    void write(String text) throws IOException {
        Path fresh = current.resolveSibling(current.getFileName() + ".new");
        writeDurably(fresh, text);
        if (Files.exists(current)) {
            Files.move(current, previous, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, current, StandardCopyOption.ATOMIC_MOVE);
    }

    void delete() throws IOException {
        Files.deleteIfExists(current);
        Files.deleteIfExists(previous);
    }

    boolean exists() {
        return Files.exists(current) || Files.exists(previous);
    }

    private static void writeDurably(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        PrivateFiles.createFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
