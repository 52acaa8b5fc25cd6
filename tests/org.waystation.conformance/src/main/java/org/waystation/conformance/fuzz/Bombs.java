package org.waystation.conformance.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Little that becomes much where somebody unpacks it. */
final class Bombs {

    private static final int UNPACKED = 64 * 1024 * 1024;
    private static final int ZSTD_BLOCK = 128 * 1024;

    private final byte[] gzip = packed(false);
    private final byte[] zip = packed(true);
    private final byte[] zstd = zstd();

    byte[] gzip() {
        return gzip;
    }

    byte[] zip() {
        return zip;
    }

    byte[] zstandard() {
        return zstd;
    }

    private static byte[] packed(boolean asZip) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = asZip ? new ZipOutputStream(bytes) : new GZIPOutputStream(bytes)) {
            if (out instanceof ZipOutputStream zip) {
                zip.putNextEntry(new ZipEntry("bomb"));
            }
            byte[] nothing = new byte[64 * 1024];
            for (int written = 0; written < UNPACKED; written += nothing.length) {
                out.write(nothing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A frame of Zstandard (RFC 8878) with blocks that each repeat one byte: four bytes for 128 KiB. */
    private static byte[] zstd() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x00, 0x58});
        int blocks = UNPACKED / ZSTD_BLOCK;
        for (int i = 1; i <= blocks; i++) {
            int header = (i == blocks ? 1 : 0) | 1 << 1 | ZSTD_BLOCK << 3;
            bytes.write(header);
            bytes.write(header >> 8);
            bytes.write(header >> 16);
            bytes.write(' ');
        }
        return bytes.toByteArray();
    }
}
