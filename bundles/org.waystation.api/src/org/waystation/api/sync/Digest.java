package org.waystation.api.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * How many records there are and a hash over them, by which two copies are compared without sending them. The hash does
 * not depend on their order, so that it can be built in any.
 *
 * @param count of records
 * @param hash exclusive or of {@link #hash} of each record
 */
public record Digest(long count, long hash) {

    public static final Digest NONE = new Digest(0, 0);

    public Digest plus(UUID id, Stamp stamp) {
        return new Digest(count + 1, hash ^ hash(id, stamp));
    }

    /** Both together. */
    public Digest plus(Digest other) {
        return new Digest(count + other.count, hash ^ other.hash);
    }

    /** One record's share: the first eight bytes of the SHA-256 of the ASCII text {@code id:version:sequence}. */
    public static long hash(UUID id, Stamp stamp) {
        String text = id + ":" + stamp.version() + ":" + stamp.sequence();
        return ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.US_ASCII)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
