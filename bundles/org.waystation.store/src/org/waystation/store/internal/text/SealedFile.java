package org.waystation.store.internal.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.lucene.index.CorruptIndexException;
import org.waystation.store.internal.blob.BlobCipher;

/** An encrypted file that is read in chunks; the clones of a reader share it. */
final class SealedFile implements AutoCloseable {

    /** Small, since postings of rare words are read here and there. */
    static final int CHUNK = 16 * 1024;

    private final String name;
    private final FileChannel channel;
    private final BlobCipher cipher;
    private final ChunkCache cache;
    private final long length;

    SealedFile(String name, Path path, byte[] key, ChunkCache cache) throws IOException {
        this.name = name;
        this.cache = cache;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.length = plainLength(channel.size());
        this.cipher = new BlobCipher(key, read(0, BlobCipher.SALT_LENGTH));
    }

    /** Bytes of the content in a file of so many bytes. */
    static long plainLength(long fileLength) {
        long sealed = fileLength - BlobCipher.SALT_LENGTH;
        long chunks = Math.max(1, (sealed + CHUNK + BlobCipher.TAG - 1) / (CHUNK + BlobCipher.TAG));
        return Math.max(0, sealed - chunks * BlobCipher.TAG);
    }

    static long position(long chunk) {
        return BlobCipher.SALT_LENGTH + chunk * (CHUNK + BlobCipher.TAG);
    }

    long length() {
        return length;
    }

    byte[] chunk(long index) throws IOException {
        byte[] known = cache.get(name, index);
        if (known != null) {
            return known;
        }
        long last = Math.max(0, (length - 1) / CHUNK);
        int plain = index == last ? Math.toIntExact(length - last * CHUNK) : CHUNK;
        byte[] sealed = read(position(index), plain + BlobCipher.TAG);
        byte[] opened;
        synchronized (cipher) {
            opened = cipher.open(index, index == last, sealed);
        }
        cache.put(name, index, opened);
        return opened;
    }

    private byte[] read(long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new CorruptIndexException("has lost its end", name);
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
