package org.waystation.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.waystation.testkit.Installation;
import org.waystation.testkit.Workstation;

/** Looks for texts where they must not be: in every file below some folders, and in what a running program holds. */
final class Leaks {

    private static final int CHUNK = 1 << 20;
    private static final int LONGEST_PATTERN = 64;
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /** Each as a text of its bytes, since Java finds a text in a text fast. */
    private final Set<String> forms;

    private final List<Pattern> patterns;
    private final int longest;

    private Leaks(Set<String> forms, List<Pattern> patterns) {
        this.forms = forms;
        this.patterns = patterns;
        longest = Math.max(
                LONGEST_PATTERN, forms.stream().mapToInt(String::length).max().orElse(0));
    }

    /** In the forms in which programs keep texts: bytes, characters of two bytes, and Base64. */
    static Leaks of(Collection<String> texts) {
        Set<String> forms = new LinkedHashSet<>();
        for (String text : texts) {
            CHARSETS.forEach(charset -> forms.add(asText(text.getBytes(charset))));
            forms.add(asText(Base64.getEncoder()
                    .withoutPadding()
                    .encode(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), text.length() / 3 * 3))));
        }
        return new Leaks(forms, List.of());
    }

    static Leaks of(String text) {
        return of(List.of(text));
    }

    /** Looks for bytes as well. */
    Leaks and(byte[] bytes) {
        Set<String> all = new LinkedHashSet<>(forms);
        all.add(asText(bytes));
        return new Leaks(all, patterns);
    }

    /** Looks for what only its looks are known of, at most 64 bytes long. */
    Leaks and(Pattern pattern) {
        return new Leaks(forms, List.of(pattern));
    }

    private static String asText(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Which files hold which of them. */
    Set<String> files(Path... folders) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path folder : folders) {
            for (Path file : below(folder)) {
                for (String form : held(file)) {
                    found.add(file + " holds " + form);
                }
            }
        }
        return found;
    }

    /** A program that runs may take files away meanwhile. */
    private static List<Path> below(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return files;
    }

    /** Which of them the heap holds, after a collection, in anything that can be reached. */
    Set<String> heap(Workstation workstation, Path scratch) throws IOException, InterruptedException {
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
            return held(dump);
        } finally {
            Files.delete(dump);
        }
    }

    private Set<String> held(Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        byte[] window = new byte[CHUNK + longest];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.readNBytes(window, kept, CHUNK);
            while (read > 0) {
                int length = kept + read;
                String content = new String(window, 0, length, StandardCharsets.ISO_8859_1);
                forms.stream().filter(content::contains).forEach(found::add);
                patterns.stream()
                        .filter(pattern -> pattern.matcher(content).find())
                        .forEach(pattern -> found.add("what looks like " + pattern));
                kept = Math.min(longest - 1, length);
                System.arraycopy(window, length - kept, window, 0, kept);
                read = in.readNBytes(window, kept, CHUNK);
            }
        } catch (NoSuchFileException e) {
            return Set.of(); // written under another name first and then put in place, by a program that runs
        }
        return found;
    }
}
