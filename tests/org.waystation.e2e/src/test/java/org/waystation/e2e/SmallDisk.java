package org.waystation.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.waystation.testkit.Processes;

/**
 * A file system of its own that can be filled to the last byte, in memory. Mounting one needs the rights of root: where
 * the test does not have them, it mounts through {@code sudo}, which must not ask for a password.
 */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "size=192m,mode=0777";

    private final Path folder;
    private final Path ballast;

    SmallDisk(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        ballast = folder.resolve("ballast");
        asRoot("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString());
    }

    /** Always for root; else where sudo does not ask. */
    static boolean possible() {
        return isRoot() || run(List.of("sudo", "-n", "true"));
    }

    Path folder() {
        return folder;
    }

    /** Writes until the disk takes no more. */
    void fill() throws IOException {
        byte[] piece = new byte[4096];
        try (OutputStream out =
                Files.newOutputStream(ballast, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            if (Files.getFileStore(folder).getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException {
        asRoot("umount", folder.toString());
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void asRoot(String... command) throws IOException {
        List<String> words = new ArrayList<>(isRoot() ? List.of() : List.of("sudo", "-n"));
        words.addAll(Arrays.asList(command));
        if (!run(words)) {
            throw new IOException(String.join(" ", words) + " failed");
        }
    }

    private static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return Processes.ended(process, Duration.ofMinutes(1)) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }
}
