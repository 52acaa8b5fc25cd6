package org.waystation.store.internal.text;

import java.io.EOFException;
import java.io.IOException;
import org.apache.lucene.store.IndexInput;

/** Reads an encrypted file, or a slice of it, at any place. */
final class SealedInput extends IndexInput {

    private final SealedFile file;
    private final boolean root;
    private final long start;
    private final long length;
    private long position;
    private long loaded = -1;
    private byte[] chunk = {};

    SealedInput(String name, SealedFile file) {
        this("sealed " + name, file, 0, file.length(), true);
    }

    private SealedInput(String description, SealedFile file, long start, long length, boolean root) {
        super(description);
        this.file = file;
        this.start = start;
        this.length = length;
        this.root = root;
    }

    @Override
    public byte readByte() throws IOException {
        int at = load(1);
        position++;
        return chunk[at];
    }

    @Override
    public void readBytes(byte[] target, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int at = load(count - done);
            int some = Math.min(count - done, chunk.length - at);
            System.arraycopy(chunk, at, target, offset + done, some);
            position += some;
            done += some;
        }
    }

    @Override
    public short readShort() throws IOException {
        return (short) (readByte() & 0xff | (readByte() & 0xff) << 8);
    }

    @Override
    public int readInt() throws IOException {
        int at = load(4);
        if (at + 4 > chunk.length) {
            return readShort() & 0xffff | (readShort() & 0xffff) << 16;
        }
        position += 4;
        return chunk[at] & 0xff
                | (chunk[at + 1] & 0xff) << 8
                | (chunk[at + 2] & 0xff) << 16
                | (chunk[at + 3] & 0xff) << 24;
    }

    @Override
    public long readLong() throws IOException {
        return readInt() & 0xffff_ffffL | (readInt() & 0xffff_ffffL) << 32;
    }

    /** Where the next byte is in the chunk that is loaded. */
    private int load(int wanted) throws IOException {
        if (position + wanted > length) {
            throw new EOFException("Past the end of " + this);
        }
        long at = start + position;
        long index = at / SealedFile.CHUNK;
        if (index != loaded) {
            chunk = file.chunk(index);
            loaded = index;
        }
        return (int) (at - index * SealedFile.CHUNK);
    }

    @Override
    public long getFilePointer() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0 || to > length) {
            throw new EOFException("Past the end of " + this);
        }
        position = to;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public IndexInput slice(String description, long offset, long sliceLength) {
        if (offset < 0 || sliceLength < 0 || offset + sliceLength > length) {
            throw new IllegalArgumentException("No slice of " + this);
        }
        return new SealedInput(getFullSliceDescription(description), file, start + offset, sliceLength, false);
    }

    @Override
    public SealedInput clone() {
        SealedInput clone = new SealedInput(toString(), file, start, length, false);
        clone.position = position;
        return clone;
    }

    @Override
    public void close() throws IOException {
        if (root) {
            file.close();
        }
    }
}
