package org.waystation.simulation;

import java.util.SplittableRandom;
import java.util.UUID;

/** Identities that follow from a seed, shaped as UUIDs of version 7 (RFC 9562). */
final class Ids {

    private final SplittableRandom chance;
    private final String token;

    Ids(long seed) {
        chance = new SplittableRandom(seed ^ 0x5DEECE66DL);
        token = "#" + Long.toHexString(seed);
    }

    UUID next() {
        long most = chance.nextLong() & 0x0000_0FFF_FFFF_0FFFL | 0x0198_0000_0000_7000L;
        long least = chance.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /** A word that stands nowhere else. */
    String token() {
        return token;
    }
}
