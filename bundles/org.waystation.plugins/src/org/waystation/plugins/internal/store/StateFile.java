package org.waystation.plugins.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.waystation.plugins.internal.pack.Hashes;

/**
 * Two files that are written in turn, each with the hash of its content in the first line. The newest that is whole
 * counts, so that a write that was cut off leaves the state as it was.
 */
final class StateFile {

    private static final int HASH_LINE = 65;

    private final Path folder;
    private final StoreSteps steps;
    private final StateCodec codec = new StateCodec();

    StateFile(Path folder, StoreSteps steps) {
        this.folder = folder;
        this.steps = steps;
    }

    /**
     * Reads the newest state that is whole.
     *
     * @throws CorruptStateException where there are files and none is whole
     */
    InstalledState read() throws IOException {
        Optional<InstalledState> newest = Stream.of(slot(0), slot(1))
                .flatMap(file -> tryRead(file).stream())
                .max(Comparator.comparingLong(InstalledState::generation));
        if (newest.isEmpty() && (Files.exists(slot(0)) || Files.exists(slot(1)))) {
            throw new CorruptStateException(folder);
        }
        return newest.orElse(InstalledState.EMPTY);
    }

    void write(InstalledState state) throws IOException {
        byte[] json = codec.write(state);
        byte[] hash = (Hashes.of(json) + '\n').getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(
                slot(state.generation()),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(channel, hash);
            writeAll(channel, Arrays.copyOf(json, json.length / 2));
            steps.reached(StoreSteps.Step.STATE_HALF_WRITTEN);
            writeAll(channel, Arrays.copyOfRange(json, json.length / 2, json.length));
            channel.force(true);
        }
        steps.reached(StoreSteps.Step.STATE_WRITTEN);
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** A slot that cannot be read is as good as none: the other one then counts. */
    private Optional<InstalledState> tryRead(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length <= HASH_LINE) {
                return Optional.empty();
            }
            String hash = new String(bytes, 0, HASH_LINE - 1, StandardCharsets.US_ASCII);
            byte[] json = Arrays.copyOfRange(bytes, HASH_LINE, bytes.length);
            return hash.equals(Hashes.of(json)) ? Optional.of(codec.read(json)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path slot(long generation) {
        return folder.resolve("state-" + generation % 2);
    }
}
