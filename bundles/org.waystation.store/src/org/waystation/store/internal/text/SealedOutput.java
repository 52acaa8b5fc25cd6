package org.waystation.store.internal.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import org.apache.lucene.store.IndexOutput;
import org.waystation.store.internal.blob.BlobCipher;

/** Writes an encrypted file from its start to its end. */
final class SealedOutput extends IndexOutput {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream out;
    private final BlobCipher cipher;
    private final CRC32 checksum = new CRC32();
    private final byte[] chunk = new byte[SealedFile.CHUNK];
    private long chunks;
    private int filled;
    private int summed;
    private boolean closed;

    SealedOutput(String name, Path path, byte[] key) throws IOException {
        super("sealed " + name, name);
        byte[] salt = new byte[BlobCipher.SALT_LENGTH];
        RANDOM.nextBytes(salt);
        cipher = new BlobCipher(key, salt);
        out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
        out.write(salt);
    }

    @Override
    public void writeByte(byte b) throws IOException {
        if (filled == chunk.length) {
            writeChunk(false);
        }
        chunk[filled++] = b;
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == chunk.length) {
                writeChunk(false);
            }
            int count = Math.min(length - done, chunk.length - filled);
            System.arraycopy(bytes, offset + done, chunk, filled, count);
            filled += count;
            done += count;
        }
    }

    private void writeChunk(boolean last) throws IOException {
        sum();
        out.write(cipher.seal(chunks, last, chunk, filled));
        chunks++;
        filled = 0;
        summed = 0;
    }

    private void sum() {
        checksum.update(chunk, summed, filled - summed);
        summed = filled;
    }

    @Override
    public long getFilePointer() {
        return chunks * SealedFile.CHUNK + filled;
    }

    @Override
    public long getChecksum() {
        sum();
        return checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            writeChunk(true);
            out.close();
        }
    }
}
