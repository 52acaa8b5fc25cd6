package org.waystation.backend.rt.internal;

import java.util.Optional;
import org.waystation.api.sync.BackendException;

/**
 * A place in the feed of transactions. Numbers are given out before transactions are committed, so a smaller number may come
 * to light after a greater one; the last minute is therefore looked at again each time.
 *
 * @param floor number up to which nothing can come any more
 * @param floorCreated when that one was made, in seconds; another time means that this is another history
 * @param last greatest number taken in
 * @param lastCreated when that one was made, in seconds
 * @param window hash of the numbers taken in after the floor
 */
record FeedCursor(long floor, long floorCreated, long last, long lastCreated, long window) {

    static FeedCursor at(long floor, long created) {
        return new FeedCursor(floor, created, floor, created, 0);
    }

    static FeedCursor read(String text) throws BackendException {
        String[] parts = text.split(":");
        try {
            if (parts.length == 6 && parts[0].equals("1")) {
                return new FeedCursor(
                        Long.parseLong(parts[1]),
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]),
                        Long.parseLong(parts[4]),
                        Long.parseLong(parts[5]));
            }
        } catch (NumberFormatException e) {
            throw expired(Optional.of(e));
        }
        throw expired(Optional.empty());
    }

    private static BackendException expired(Optional<Throwable> reason) {
        return new BackendException(
                BackendException.Cause.CURSOR_EXPIRED,
                "This place in the history is not known.",
                reason.orElse(null),
                Optional.empty());
    }

    /** A hash of numbers that does not depend on their order. */
    static long mix(long hash, long number) {
        long bits = number * 0x9E37_79B9_7F4A_7C15L;
        return hash ^ (bits ^ (bits >>> 29));
    }

    @Override
    public String toString() {
        return "1:" + floor + ":" + floorCreated + ":" + last + ":" + lastCreated + ":" + window;
    }
}
