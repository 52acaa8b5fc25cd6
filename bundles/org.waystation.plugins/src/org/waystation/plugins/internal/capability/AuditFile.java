package org.waystation.plugins.internal.capability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.plugins.Capability;
import org.waystation.plugins.internal.pack.Hashes;

/**
 * Appends each use to a file. Each line ends with a hash over itself and the line before, so that a line that was
 * changed or taken out shows. Holds names of plug-ins and of operations only, nothing of what was worked on.
 */
public final class AuditFile implements CapabilityAudit {

    private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);
    private static final String START = "0".repeat(64);

    private final Path file;
    private final Clock clock;
    private final ExecutorService thread;
    private String last;

    /**
     * @param thread one thread, on which the file is written
     */
    public AuditFile(Path file, Clock clock, ExecutorService thread) throws IOException {
        this.file = file;
        this.clock = clock;
        this.thread = thread;
        this.last = lastHash();
    }

    private String lastHash() throws IOException {
        if (!Files.exists(file)) {
            return START;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? START : hashOf(lines.get(lines.size() - 1));
    }

    @Override
    public void used(String pluginId, Capability capability, String use) {
        String when = clock.instant().toString();
        thread.execute(() -> append(String.join("\t", when, pluginId, capability.word(), use)));
    }

    private void append(String text) {
        String hash = Hashes.of((last + '\n' + text).getBytes(StandardCharsets.UTF_8));
        try {
            Files.writeString(file, text + '\t' + hash + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            last = hash;
        } catch (IOException e) {
            LOG.error("The use of a capability could not be written down: {}", text, e);
        }
    }

    /** The number of the first line that does not fit to the one before, from 1; 0 where all do. */
    public static int firstBreak(List<String> lines) {
        String before = START;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int end = Math.max(0, line.lastIndexOf('\t'));
            String expected = Hashes.of((before + '\n' + line.substring(0, end)).getBytes(StandardCharsets.UTF_8));
            if (!expected.equals(hashOf(line))) {
                return i + 1;
            }
            before = expected;
        }
        return 0;
    }

    private static String hashOf(String line) {
        return line.substring(line.lastIndexOf('\t') + 1);
    }
}
