package org.waystation.server.record;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a history. Opaque to clients: base64url of 16 bytes epoch, 8 bytes sequence and 8 bytes revision.
 *
 * @param scopeRevision the state of what its owner may see, for which it was made
 */
public record Cursor(UUID epoch, long seq, long scopeRevision) {

    private static final int BYTES = 32;

    /** The same history, further on. */
    public Cursor at(long newSeq) {
        return new Cursor(epoch, newSeq, scopeRevision);
    }

    public String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        put(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    void put(ByteBuffer bytes) {
        bytes.putLong(epoch.getMostSignificantBits())
                .putLong(epoch.getLeastSignificantBits())
                .putLong(seq)
                .putLong(scopeRevision);
    }

    static Cursor take(ByteBuffer bytes) {
        return new Cursor(new UUID(bytes.getLong(), bytes.getLong()), bytes.getLong(), bytes.getLong());
    }

    /** Empty where the text was not made by {@link #encode}. */
    public static Optional<Cursor> decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        Cursor cursor = take(ByteBuffer.wrap(bytes));
        return cursor.seq() < 0 ? Optional.empty() : Optional.of(cursor);
    }
}
