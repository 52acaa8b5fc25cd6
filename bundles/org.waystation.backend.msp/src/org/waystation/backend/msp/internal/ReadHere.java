package org.waystation.backend.msp.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;

/** A piece of a content kept here, as it is sent. A failure to read it is told apart from one to send it. */
final class ReadHere extends FilterInputStream {

    private final LongConsumer progress;
    private long left;
    private long position;

    /**
     * @param length bytes of the piece
     * @param position of its first byte in the content
     * @param progress told the position as it grows
     */
    ReadHere(InputStream content, long length, long position, LongConsumer progress) {
        super(content);
        this.left = length;
        this.position = position;
        this.progress = progress;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        try {
            int count = in.read(target, offset, (int) Math.min(length, left));
            if (count > 0) {
                left -= count;
                position += count;
                progress.accept(position);
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
