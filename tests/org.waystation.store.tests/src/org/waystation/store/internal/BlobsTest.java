package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.store.LocalStore;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.Blobs;
import org.waystation.store.blob.KeyOwner;

class BlobsTest {

    private static final int CHUNK = 64 * 1024;
    private static final long MOST = 10 * CHUNK;

    @TempDir
    Path folder;

    private final KeyOwner company = KeyOwner.of(UUID.randomUUID());
    private LocalStore store;
    private Blobs blobs;

    @BeforeEach
    void open() throws Exception {
        store = LocalStore.open(folder, StoreFixture.KEY);
        blobs = store.blobs();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aContentOfAnyLengthComesBackFromAnyByte() throws Exception {
        for (int size : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK}) {
            byte[] content = content(size);
            Blob blob = put(content);
            assertEquals(size, blob.size());
            assertTrue(blobs.holds(blob));
            for (int from : new int[] {0, size / 2, size}) {
                assertArrayEquals(Arrays.copyOfRange(content, from, size), read(blob, from), size + " from " + from);
            }
        }
    }

    @Test
    void theSameContentIsKeptOnceForEachCompany() throws Exception {
        byte[] content = content(100);
        put(content);
        put(content);
        assertEquals(1, files("files").size());
        blobs.put(KeyOwner.of(UUID.randomUUID()), new ByteArrayInputStream(content), MOST);
        assertEquals(2, files("files").size());
    }

    @Test
    void nothingOfItCanBeReadAndItsNameSaysNothing() throws Exception {
        byte[] content = "Quokkamarker".repeat(9_000).getBytes(StandardCharsets.US_ASCII);
        Blob blob = put(content);
        for (Path file : files("files")) {
            assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("Quokka"));
            assertFalse(blob.sha256().contains(file.getFileName().toString()));
            assertFalse(file.getFileName().toString().contains(blob.sha256().substring(0, 16)));
        }
    }

    @Test
    void aFlippedBitInAnyChunkEndsTheReading() throws Exception {
        byte[] content = content(2 * CHUNK + 10);
        Blob blob = put(content);
        Path file = files("files").getFirst();
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {0, 10, 100, CHUNK + 100, whole.length - 1}) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(file, altered);
            assertThrows(IOException.class, () -> read(blob, 0), "byte " + at);
        }
    }

    @Test
    void chunksThatAreMissingOrSwappedAreNoticed() throws Exception {
        Blob blob = put(content(3 * CHUNK));
        Path file = files("files").getFirst();
        byte[] whole = Files.readAllBytes(file);
        int header = 36;
        int sealed = CHUNK + 16;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, header, swapped, header + sealed, sealed);
        System.arraycopy(whole, header + sealed, swapped, header, sealed);
        Files.write(file, swapped);
        assertThrows(Blobs.DamagedException.class, () -> read(blob, 0));
        Files.write(file, Arrays.copyOf(whole, header + 2 * sealed));
        assertFalse(blobs.holds(blob), "a file that was cut is as good as none");
    }

    @Test
    void tooMuchIsRefusedAndLeavesNothing() {
        assertThrows(Blobs.TooLargeException.class, () -> put(content((int) MOST + 1)));
        assertEquals(List.of(), files("files"));
        assertEquals(List.of(), files("arriving"));
    }

    @Test
    void aDownloadGoesOnWhereTheProgramWasKilled() throws Exception {
        byte[] content = content(3 * CHUNK + 7);
        Blob blob = announced(content);
        Blobs.Arriving first = blobs.receive(blob);
        first.write(content, 0, 2 * CHUNK + 5);
        Path image = folder.resolveSibling("image-" + UUID.randomUUID());
        copy(folder, image); // the files as a kill at this moment leaves them
        first.close();
        store.close();

        store = LocalStore.open(image, StoreFixture.KEY);
        blobs = store.blobs();
        try (Blobs.Arriving second = blobs.receive(blob)) {
            assertEquals(2 * CHUNK, second.received());
            second.write(content, 2 * CHUNK, CHUNK + 7);
            assertFalse(blobs.holds(blob), "not before it is whole");
            second.complete();
        }
        assertArrayEquals(content, read(blob, 0));
    }

    @Test
    void aWholeDownloadThatWasNotCompletedTakesItsLastPieceAgain() throws Exception {
        byte[] content = content(2 * CHUNK);
        Blob blob = announced(content);
        try (Blobs.Arriving first = blobs.receive(blob)) {
            first.write(content, 0, content.length);
        }
        try (Blobs.Arriving second = blobs.receive(blob)) {
            int from = Math.toIntExact(second.received());
            assertEquals(CHUNK, from);
            second.write(content, from, content.length - from);
            second.complete();
        }
        assertArrayEquals(content, read(blob, 0));
    }

    @Test
    void anotherContentThanAnnouncedIsNotKept() throws Exception {
        byte[] content = content(100);
        Blob blob = announced(content);
        try (Blobs.Arriving arriving = blobs.receive(blob)) {
            content[3]++;
            arriving.write(content, 0, content.length);
            assertThrows(Blobs.DamagedException.class, arriving::complete);
        }
        assertFalse(blobs.holds(blob));
        assertEquals(List.of(), files("arriving"));
    }

    @Test
    void aShreddedCompanyIsUnreadableThoughItsFilesWereCopied() throws Exception {
        Blob blob = put(content(100));
        Blob other = blobs.put(KeyOwner.PROFILE, new ByteArrayInputStream(content(50)), MOST);
        blobs.shred(company.company().orElseThrow());
        assertFalse(blobs.holds(blob), "its file lies there, but nobody has its key");
        put(content(100));
        assertEquals(3, files("files").size(), "a new key, so another file");
        assertTrue(blobs.holds(other));
    }

    @Test
    void whatNobodyNeedsIsSweptAway() throws Exception {
        Blob kept = put(content(100));
        put(content(200));
        Blob begun = announced(content(3 * CHUNK));
        try (Blobs.Arriving arriving = blobs.receive(begun)) {
            arriving.write(content(3 * CHUNK), 0, CHUNK + 1);
        }
        blobs.retain(List.of(kept, begun));
        assertEquals(1, files("files").size());
        assertEquals(1, files("arriving").size());
        blobs.retain(List.of());
        assertEquals(0, blobs.bytes());
    }

    private Blob announced(byte[] content) throws IOException {
        Blob blob = blobs.put(company, new ByteArrayInputStream(content), MOST);
        blobs.delete(blob);
        return blob;
    }

    private Blob put(byte[] content) throws IOException {
        return blobs.put(company, new ByteArrayInputStream(content), MOST);
    }

    private byte[] read(Blob blob, long from) throws IOException {
        try (InputStream in = blobs.open(blob, from).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private List<Path> files(String place) {
        Path where = folder.resolve(place);
        try (Stream<Path> files = Files.exists(where) ? Files.list(where) : Stream.empty()) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
