package org.waystation.store.internal;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as the 16 bytes in which the database keeps them, most significant first, so that UUIDv7 sort by time. */
final class Ids {

    private Ids() {}

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
