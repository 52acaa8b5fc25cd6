package org.waystation.store.internal.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import org.waystation.store.blob.Blobs.DamagedException;

/** One content's file, open for reading or for adding chunks. */
final class BlobFile implements AutoCloseable {

    private final FileChannel channel;
    private final BlobCipher cipher;

    private BlobFile(FileChannel channel, BlobCipher cipher) {
        this.channel = channel;
        this.cipher = cipher;
    }

    static BlobFile create(Path path, byte[] ownerKey) throws IOException {
        byte[] salt = new byte[BlobCipher.SALT_LENGTH];
        new SecureRandom().nextBytes(salt);
        FileChannel channel = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        writeAll(
                channel,
                ByteBuffer.allocate(BlobLayout.HEADER)
                        .put(BlobLayout.MARK)
                        .put(salt)
                        .flip(),
                0);
        return new BlobFile(channel, new BlobCipher(ownerKey, salt));
    }

    static BlobFile open(Path path, byte[] ownerKey, StandardOpenOption... options) throws IOException {
        FileChannel channel = FileChannel.open(path, options);
        try {
            byte[] header = read(channel, 0, BlobLayout.HEADER);
            int mark = BlobLayout.MARK.length;
            if (!Arrays.equals(header, 0, mark, BlobLayout.MARK, 0, mark)) {
                throw new DamagedException("A kept file has lost its beginning: fetch it again.");
            }
            return new BlobFile(channel, new BlobCipher(ownerKey, Arrays.copyOfRange(header, mark, header.length)));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    long length() throws IOException {
        return channel.size();
    }

    /** Cuts off what a broken writing left after the last whole chunk. */
    void keepChunks(long chunks) throws IOException {
        channel.truncate(BlobLayout.position(chunks));
    }

    void writeChunk(long index, boolean last, byte[] plain, int length) throws IOException {
        writeAll(channel, ByteBuffer.wrap(cipher.seal(index, last, plain, length)), BlobLayout.position(index));
    }

    byte[] readChunk(long index, long size) throws IOException {
        boolean last = index == BlobLayout.chunks(size) - 1;
        int plain = last ? Math.toIntExact(size - index * BlobCipher.CHUNK) : BlobCipher.CHUNK;
        return cipher.open(index, last, read(channel, BlobLayout.position(index), plain + BlobCipher.TAG));
    }

    /** Brings it to the disk. */
    void force() throws IOException {
        channel.force(true);
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static byte[] read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new DamagedException("A kept file has lost its end: fetch it again.");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
