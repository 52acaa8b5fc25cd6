package org.waystation.shell.internal.watch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long a thread of this process, since it began, could have run and got no processor, in nanoseconds. Linux counts it
 * for each thread (kernel documentation, scheduler/sched-stats); on other systems it is not known and always 0. Reads
 * files, so not for the UI thread.
 */
final class ProcessorWait implements LongSupplier {

    private static final Path THREADS = Path.of("/proc/self/task");
    /** Linux keeps as many bytes of a thread's name. */
    private static final int NAME_LENGTH = 15;

    private final Thread thread;
    private Optional<Path> counts = Optional.empty();
    private boolean looked;

    ProcessorWait(Thread thread) {
        this.thread = thread;
    }

    @Override
    public long getAsLong() {
        try {
            if (!looked) {
                looked = true;
                counts = find();
            }
            return counts.isEmpty() ? 0 : waited(Files.readString(counts.get()));
        } catch (IOException | NumberFormatException e) {
            counts = Optional.empty();
            return 0;
        }
    }

    /** The second of three numbers. */
    private static long waited(String line) {
        String[] numbers = line.strip().split(" ");
        return numbers.length < 2 ? 0 : Long.parseLong(numbers[1]);
    }

    /** By its name, which is the only thing of a thread that both Java and the system know; unknown where two have it. */
    private Optional<Path> find() throws IOException {
        if (!Files.isDirectory(THREADS)) {
            return Optional.empty();
        }
        String wanted = thread.getName()
                .substring(0, Math.min(NAME_LENGTH, thread.getName().length()));
        Optional<Path> found = Optional.empty();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path each : threads) {
                if (!wanted.equals(name(each))) {
                    continue;
                }
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(each.resolve("schedstat")).filter(Files::isReadable);
            }
        }
        return found;
    }

    private static String name(Path thread) throws IOException {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (NoSuchFileException e) {
            return ""; // it has ended meanwhile
        }
    }
}
