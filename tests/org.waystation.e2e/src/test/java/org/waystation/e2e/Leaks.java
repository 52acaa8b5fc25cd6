package org.waystation.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Workstation;

/** Looks for a text where it must not be: in every file below some folders, and in what a running program holds. */
final class Leaks {

    private static final int CHUNK = 1 << 20;
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final List<byte[]> forms = new ArrayList<>();

    /** In the forms in which programs keep texts: bytes, characters of two bytes, and Base64. */
    Leaks(String text) {
        CHARSETS.forEach(charset -> forms.add(text.getBytes(charset)));
        forms.add(Base64.getEncoder()
                .withoutPadding()
                .encode(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), text.length() / 3 * 3)));
    }

    /** The files that hold it. */
    List<String> files(Path... folders) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    if (holds(file)) {
                        found.add(file.toString());
                    }
                }
            }
        }
        return found;
    }

    /** Whether the heap holds it, after a collection, in anything that can be reached. */
    boolean heap(Workstation workstation, Path scratch) throws IOException, InterruptedException {
        Path dump = scratch.resolve("heap-" + System.nanoTime() + ".hprof");
        Path jcmd = Installation.java().resolveSibling("jcmd");
        Process run = new ProcessBuilder(
                        jcmd.toString(), String.valueOf(workstation.pid()), "GC.heap_dump", dump.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0 || !Files.exists(dump)) {
            throw new IOException("No heap dump: " + said);
        }
        try {
            return holds(dump);
        } finally {
            Files.delete(dump);
        }
    }

    private boolean holds(Path file) throws IOException {
        int longest = forms.stream().mapToInt(form -> form.length).max().orElseThrow();
        byte[] window = new byte[CHUNK + longest];
        int kept = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            int read = in.readNBytes(window, kept, CHUNK);
            while (read > 0) {
                int length = kept + read;
                if (within(window, length)) {
                    return true;
                }
                kept = Math.min(longest - 1, length);
                System.arraycopy(window, length - kept, window, 0, kept);
                read = in.readNBytes(window, kept, CHUNK);
            }
        }
        return false;
    }

    private boolean within(byte[] window, int length) {
        for (byte[] form : forms) {
            for (int i = 0; i + form.length <= length; i++) {
                if (window[i] == form[0] && Arrays.equals(window, i, i + form.length, form, 0, form.length)) {
                    return true;
                }
            }
        }
        return false;
    }
}
