package org.waystation.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongSupplier;

/** What happened, line by line. Two runs of one seed have the same lines. */
final class Trace {

    private final List<String> lines = new ArrayList<>();
    private final LongSupplier nanos;

    /** @param nanos the time of each line, since the beginning */
    Trace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void add(String what) {
        lines.add("%10.3f %s".formatted(nanos.getAsLong() / 1e9, what));
    }

    List<String> lines() {
        return lines;
    }

    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
