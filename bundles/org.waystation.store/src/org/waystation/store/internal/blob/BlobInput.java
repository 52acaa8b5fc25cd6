package org.waystation.store.internal.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads a content, one deciphered chunk in memory at a time. */
final class BlobInput extends InputStream {

    private final BlobFile file;
    private final long size;
    private long position;
    private long loaded = -1;
    private byte[] chunk = {};

    BlobInput(BlobFile file, long size, long from) {
        this.file = file;
        this.size = size;
        this.position = from;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position >= size) {
            return -1;
        }
        long index = position / BlobCipher.CHUNK;
        if (index != loaded) {
            chunk = file.readChunk(index, size);
            loaded = index;
        }
        int at = Math.toIntExact(position - index * BlobCipher.CHUNK);
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
