package org.waystation.server.sample;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids in the form of UUIDv7 (RFC 9562, section 5.7), whose random part comes from the seed. */
final class SampleIds {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private SampleIds() {}

    static UUID make(Instant time, SplittableRandom random) {
        long high = (time.toEpochMilli() << 16) | VERSION | random.nextInt(1 << 12);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
