package org.waystation.server.record;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a snapshot's stream from which it can go on. Records come by id, which never changes, so the place
 * holds whatever is written in between; what that is the changes feed tells from where the snapshot began.
 *
 * @param from where the history stood when the snapshot began
 * @param selection fingerprint of what was asked for
 * @param since the first day that was wanted
 * @param after the last id that was sent
 * @param records how many records came before
 */
record Mark(Cursor from, long selection, Optional<LocalDate> since, UUID after, long records) {

    private static final int CURSOR_BYTES = 32;
    private static final int BYTES = CURSOR_BYTES + 8 + 8 + 16 + 8;
    private static final long NO_DAY = Long.MIN_VALUE;

    String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        from.put(bytes);
        bytes.putLong(selection)
                .putLong(since.map(LocalDate::toEpochDay).orElse(NO_DAY))
                .putLong(after.getMostSignificantBits())
                .putLong(after.getLeastSignificantBits())
                .putLong(records);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty where the text was not made by {@link #encode}. */
    static Optional<Mark> decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Cursor from = Cursor.take(in);
        long selection = in.getLong();
        long day = in.getLong();
        UUID after = new UUID(in.getLong(), in.getLong());
        long records = in.getLong();
        boolean sound = from.seq() >= 0
                && records >= 0
                && (day == NO_DAY
                        || (day >= LocalDate.EPOCH.toEpochDay()
                                && day < LocalDate.of(3000, 1, 1).toEpochDay()));
        return sound
                ? Optional.of(new Mark(
                        from,
                        selection,
                        day == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day)),
                        after,
                        records))
                : Optional.empty();
    }
}
