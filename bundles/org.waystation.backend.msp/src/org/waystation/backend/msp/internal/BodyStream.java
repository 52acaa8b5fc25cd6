package org.waystation.backend.msp.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer: each read can be interrupted, and no more is taken in than was allowed. */
final class BodyStream extends FilterInputStream {

    private final InterruptGuard guard;
    private final long limit;
    private long left;

    /** @param limit most bytes between two calls of {@link #allowMore}, after decompression */
    BodyStream(InputStream body, InterruptGuard guard, long limit) {
        super(body);
        this.guard = guard;
        this.limit = limit;
        this.left = limit;
    }

    /** A part of a long stream was dealt with: the next one may be as large again. */
    void allowMore() {
        left = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = guard.run(() -> in.read(target, offset, length));
        if (count > 0) {
            left -= count;
            if (left < 0) {
                throw new MalformedAnswerException("The server's answer is larger than " + limit + " bytes.");
            }
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] dropped = new byte[(int) Math.min(8192, Math.max(1, count))];
        int skipped = read(dropped, 0, (int) Math.min(dropped.length, count));
        return Math.max(0, skipped);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Does nothing: to close would be to read the rest first, which may be endless. Whoever made the request ends it. */
    @Override
    public void close() {
        // see above
    }
}
