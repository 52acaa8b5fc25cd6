package org.waystation.shell.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationFileTest {

    @TempDir
    private Path folder;

    private Path path;
    private GenerationFile file;

    @BeforeEach
    void start() {
        path = folder.resolve("deep").resolve("values.txt");
        file = new GenerationFile(path);
    }

    @Test
    void nothingWasEverWritten() {
        assertEquals(new GenerationFile.Content(Optional.empty(), false), file.read());
    }

    @Test
    void readsWhatWasWrittenLast() throws IOException {
        file.write("one");
        file.write("two\nlines = ü");
        assertEquals(new GenerationFile.Content(Optional.of("two\nlines = ü"), false), file.read());
    }

    @Test
    void aDamagedFileGivesTheOneBefore() throws IOException {
        file.write("one");
        file.write("two");
        Files.writeString(path, Files.readString(path).replace("two", "twx"));
        assertEquals(new GenerationFile.Content(Optional.of("one"), true), file.read());
    }

    @Test
    void aCutOffFileGivesTheOneBefore() throws IOException {
        file.write("one");
        file.write("two");
        Files.writeString(path, "");
        assertEquals(Optional.of("one"), file.read().text());
    }

    @Test
    void bothDamagedIsToldAndGivesNothing() throws IOException {
        file.write("one");
        file.write("two");
        Files.writeString(path, "rubbish");
        Files.write(path.resolveSibling("values.txt.previous"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(new GenerationFile.Content(Optional.empty(), true), file.read());
    }

    @Test
    void writingOverADamagedFileKeepsTheGoodGeneration() throws IOException {
        file.write("one");
        file.write("two");
        Files.writeString(path, "rubbish");
        file.write("three");
        Files.writeString(path, "rubbish again");
        assertEquals(Optional.of("one"), file.read().text());
    }

    @Test
    void whatACrashLeftHalfWrittenDoesNotCount() throws IOException {
        file.write("one");
        Files.writeString(path.resolveSibling("values.txt.new"), "#crc32c 0\nhal");
        assertEquals(new GenerationFile.Content(Optional.of("one"), false), file.read());
        file.write("two");
        assertEquals(Optional.of("two"), file.read().text());
        assertFalse(Files.exists(path.resolveSibling("values.txt.new")));
        assertTrue(Files.exists(path.resolveSibling("values.txt.previous")));
    }
}
