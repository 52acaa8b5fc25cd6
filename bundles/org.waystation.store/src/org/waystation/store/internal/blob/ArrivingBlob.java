package org.waystation.store.internal.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.waystation.store.blob.Blob;
import org.waystation.store.blob.Blobs.Arriving;
import org.waystation.store.blob.Blobs.DamagedException;

/** A content that is being received into a file beside the complete ones; whole chunks survive any end of the program. */
final class ArrivingBlob implements Arriving {

    private final Blob blob;
    private final Path partial;
    private final Path complete;
    private final BlobFile file;
    private final byte[] chunk = new byte[BlobCipher.CHUNK];
    private long chunks;
    private int filled;

    private ArrivingBlob(Blob blob, Path partial, Path complete, BlobFile file, long chunks) {
        this.blob = blob;
        this.partial = partial;
        this.complete = complete;
        this.file = file;
        this.chunks = chunks;
    }

    static ArrivingBlob open(Blob blob, Path partial, Path complete, byte[] ownerKey) throws IOException {
        if (Files.exists(partial) && Files.size(partial) >= BlobLayout.HEADER) {
            BlobFile file = BlobFile.open(partial, ownerKey, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // The last chunk is sealed as such, so it is written again: it may be there without being whole.
            long whole = Math.min(BlobLayout.wholeChunks(file.length()), BlobLayout.chunks(blob.size()) - 1);
            file.keepChunks(whole);
            return new ArrivingBlob(blob, partial, complete, file, whole);
        }
        return new ArrivingBlob(blob, partial, complete, BlobFile.create(partial, ownerKey), 0);
    }

    @Override
    public long received() {
        return chunks * BlobCipher.CHUNK + filled;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (received() + length > blob.size()) {
            throw new DamagedException("More came than the file has.");
        }
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
        file.writeChunk(chunks, last, chunk, filled);
        chunks++;
        filled = 0;
    }

    @Override
    public void complete() throws IOException {
        if (received() != blob.size()) {
            throw new DamagedException("Only " + received() + " of " + blob.size() + " bytes came.");
        }
        writeChunk(true);
        file.force();
        String found;
        try (InputStream content = new BlobInput(file, blob.size(), 0)) {
            found = Hashing.sha256(content);
        }
        if (!found.equals(blob.sha256())) {
            Files.delete(partial);
            throw new DamagedException("What came is not the file that was announced: fetch it again.");
        }
        SyncedFolder.move(partial, complete);
    }

    /** A chunk that is full but not the content's last is kept; less than a chunk comes again next time. */
    @Override
    public void close() throws IOException {
        if (filled == chunk.length && received() < blob.size()) {
            writeChunk(false);
        }
        file.close();
    }
}
