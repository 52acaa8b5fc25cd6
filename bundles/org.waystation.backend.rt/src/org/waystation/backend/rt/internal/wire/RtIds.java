package org.waystation.backend.rt.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Ids of what Request Tracker has made. Its numbers are put into UUIDs of version 8 (RFC 9562), beside a hash of where they
 * are from, so that every workstation comes to the same id and the number can be read back from it.
 */
public final class RtIds {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final String instance;

    /** What has a number of its own there. */
    public enum Numbered {
        TICKET,
        NOTE,
        TIME,
        ATTACHMENT,
        ASSET,
        ARTICLE,
        QUEUE
    }

    /** What is known by its name there. */
    public enum Named {
        USER,
        CONTACT,
        COMPANY,
        AGREEMENT
    }

    /** @param instance names the server, always alike */
    public RtIds(String instance) {
        this.instance = instance;
    }

    public UUID of(Numbered kind, long number) {
        return new UUID(head(kind), VARIANT | number);
    }

    /** The number that is in an id; empty where the id was made elsewhere. */
    public OptionalLong number(Numbered kind, UUID id) {
        return id.getMostSignificantBits() == head(kind)
                ? OptionalLong.of(id.getLeastSignificantBits() & ~VARIANT)
                : OptionalLong.empty();
    }

    public UUID of(Named kind, String name) {
        byte[] hash = hash(kind.name() + "\n" + name.toLowerCase(Locale.ROOT));
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(version8(bytes.getLong()), VARIANT | (bytes.getLong() >>> 2));
    }

    /** Names the server's history. */
    public String epoch(String mapping) {
        return "rt-"
                + Long.toHexString(ByteBuffer.wrap(hash("EPOCH\n" + mapping)).getLong());
    }

    private long head(Numbered kind) {
        return version8(ByteBuffer.wrap(hash(kind.name())).getLong());
    }

    private static long version8(long bits) {
        return (bits & ~0xF000L) | VERSION_8;
    }

    private byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((instance + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
