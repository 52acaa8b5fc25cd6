package org.waystation.plugins.internal.heap;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A heap dump in the format of HotSpot ("JAVA PROFILE 1.0.2", as described beside {@code heapDumper.cpp} in the JDK's
 * sources). Each {@link #visit} reads the file anew; the first must end before instances can be given with fields.
 */
final class HeapFile {

    private static final int BUFFER = 1 << 20;
    private static final int OBJECT = 2;
    private static final Map<Integer, Integer> SIZES = Map.of(4, 1, 5, 2, 6, 4, 7, 8, 8, 1, 9, 2, 10, 4, 11, 8);
    private static final Map<Integer, String> ROOTS = Map.of(
            0xFF, "unknown root",
            0x01, "native global",
            0x02, "native local",
            0x03, "stack frame",
            0x04, "native stack",
            0x05, "class of the virtual machine",
            0x06, "thread",
            0x07, "monitor in use",
            0x08, "thread");
    /** What follows the id in the record of a root. */
    private static final Map<Integer, Integer> AFTER_ROOT =
            Map.of(0xFF, 0, 0x01, 8, 0x02, 8, 0x03, 8, 0x04, 4, 0x05, 0, 0x06, 4, 0x07, 0, 0x08, 8);

    private final Path file;
    private final Map<Long, String> strings = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, HeapType> types = new HashMap<>();

    HeapFile(Path file) {
        this.file = file;
    }

    Map<Long, HeapType> types() {
        return types;
    }

    void visit(HeapVisitor visitor) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            while (in.readByte() != 0) {
                // The name of the format, up to its end.
            }
            if (in.readInt() != 8) {
                throw new IOException("only dumps of 64-bit virtual machines can be read");
            }
            in.readLong();
            for (int tag = in.read(); tag >= 0; tag = in.read()) {
                in.readInt();
                record(in, tag, Integer.toUnsignedLong(in.readInt()), visitor);
            }
        }
    }

    private void record(DataInputStream in, int tag, long length, HeapVisitor visitor) throws IOException {
        switch (tag) {
            case 0x01 -> strings.put(in.readLong(), text(in, (int) length - 8));
            case 0x02 -> {
                in.readInt();
                long id = in.readLong();
                in.readInt();
                names.put(id, strings.getOrDefault(in.readLong(), "?").replace('/', '.'));
            }
            case 0x0C, 0x1C -> segment(in, length, visitor);
            default -> in.skipNBytes(length);
        }
    }

    private static String text(DataInputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private void segment(DataInputStream in, long length, HeapVisitor visitor) throws IOException {
        long left = length;
        while (left > 0) {
            left -= 1 + entry(in, in.readUnsignedByte(), visitor);
        }
        if (left < 0) {
            throw new EOFException("a segment is shorter than its entries");
        }
    }

    /** Returns how many bytes it had. */
    private long entry(DataInputStream in, int tag, HeapVisitor visitor) throws IOException {
        return switch (tag) {
            case 0x20 -> type(in, visitor);
            case 0x21 -> instance(in, visitor);
            case 0x22 -> objects(in, visitor);
            case 0x23 -> primitives(in);
            default -> {
                Integer after = AFTER_ROOT.get(tag);
                if (after == null) {
                    throw new IOException("unknown entry " + tag);
                }
                visitor.root(ROOTS.getOrDefault(tag, "root"), in.readLong());
                in.skipNBytes(after);
                yield 8 + after;
            }
        };
    }

    private long type(DataInputStream in, HeapVisitor visitor) throws IOException {
        long id = in.readLong();
        in.readInt();
        long superId = in.readLong();
        long loaderId = in.readLong();
        in.skipNBytes(4 * 8 + 4);
        long size = 7 * 8 + 8 + 6;
        int constants = in.readUnsignedShort();
        for (int i = 0; i < constants; i++) {
            in.readUnsignedShort();
            int valueSize = size(in.readUnsignedByte());
            in.skipNBytes(valueSize);
            size += 3 + valueSize;
        }
        List<HeapType.Static> statics = new ArrayList<>();
        int staticCount = in.readUnsignedShort();
        for (int i = 0; i < staticCount; i++) {
            String name = strings.getOrDefault(in.readLong(), "?");
            int kind = in.readUnsignedByte();
            if (kind == OBJECT) {
                statics.add(new HeapType.Static(name, in.readLong()));
            } else {
                in.skipNBytes(size(kind));
            }
            size += 9 + size(kind);
        }
        List<HeapType.Field> fields = new ArrayList<>();
        int fieldCount = in.readUnsignedShort();
        for (int i = 0; i < fieldCount; i++) {
            String name = strings.getOrDefault(in.readLong(), "?");
            int kind = in.readUnsignedByte();
            fields.add(new HeapType.Field(name, kind == OBJECT, size(kind)));
            size += 9;
        }
        HeapType type = new HeapType(id, names.getOrDefault(id, "?"), superId, loaderId, fields, statics);
        types.put(id, type);
        visitor.type(type);
        return size;
    }

    private long instance(DataInputStream in, HeapVisitor visitor) throws IOException {
        long id = in.readLong();
        in.readInt();
        long typeId = in.readLong();
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        visitor.object(id, typeId, receiver -> fields(bytes, typeId, receiver));
        return 24 + length;
    }

    /** Those of the class itself come first, then those of its superclass, and so on. */
    private void fields(byte[] bytes, long typeId, HeapVisitor.Reference receiver) {
        int at = 0;
        for (HeapType type = types.get(typeId); type != null; type = types.get(type.superId())) {
            for (HeapType.Field field : type.fields()) {
                if (field.reference()) {
                    receiver.to(longAt(bytes, at), field.name());
                }
                at += field.size();
            }
        }
    }

    private static long longAt(byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private long objects(DataInputStream in, HeapVisitor visitor) throws IOException {
        long id = in.readLong();
        in.readInt();
        int count = in.readInt();
        long typeId = in.readLong();
        long[] elements = new long[count];
        for (int i = 0; i < count; i++) {
            elements[i] = in.readLong();
        }
        visitor.object(id, typeId, receiver -> {
            for (int i = 0; i < count; i++) {
                receiver.to(elements[i], "[" + i + "]");
            }
        });
        return 24 + 8L * count;
    }

    private static long primitives(DataInputStream in) throws IOException {
        in.readLong();
        in.readInt();
        int count = in.readInt();
        long bytes = (long) count * size(in.readUnsignedByte());
        in.skipNBytes(bytes);
        return 17 + bytes;
    }

    private static int size(int kind) throws IOException {
        if (kind == OBJECT) {
            return 8;
        }
        Integer size = SIZES.get(kind);
        if (size == null) {
            throw new IOException("unknown type " + kind);
        }
        return size;
    }
}
