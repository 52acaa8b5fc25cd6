package org.waystation.store.internal.blob;

import static org.waystation.store.internal.blob.BlobCipher.CHUNK;
import static org.waystation.store.internal.blob.BlobCipher.TAG;

import java.nio.charset.StandardCharsets;

/** Where things stand in a content's file: a mark, a salt, then chunks of which all but the last have the same length. */
final class BlobLayout {

    static final byte[] MARK = "WSB1".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER = MARK.length + BlobCipher.SALT_LENGTH;

    private BlobLayout() {}

    /** An empty content has one empty chunk, which says that it is the last. */
    static long chunks(long size) {
        return Math.max(1, (size + CHUNK - 1) / CHUNK);
    }

    static long fileLength(long size) {
        return HEADER + size + chunks(size) * TAG;
    }

    static long position(long chunk) {
        return HEADER + chunk * (CHUNK + TAG);
    }

    /** Whole chunks in a file of this length that is not at its end yet. */
    static long wholeChunks(long fileLength) {
        return Math.max(0, (fileLength - HEADER) / (CHUNK + TAG));
    }
}
