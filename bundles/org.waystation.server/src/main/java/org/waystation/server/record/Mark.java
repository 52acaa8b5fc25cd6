package org.waystation.server.record;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a snapshot's stream from which it can go on. Records come by kind and id, which never change, so the place
 * holds whatever is written in between; what that is the changes feed tells from where the snapshot began.
 *
 * @param from where the history stood when the snapshot began
 * @param selection fingerprint of what was asked for
 * @param order fingerprint of the order of kinds
 * @param since the first day that was wanted
 * @param kind place of the kind in that order
 * @param after the last id that was sent of it
 * @param records how many records came before
 */
record Mark(Cursor from, long selection, int order, Optional<LocalDate> since, int kind, UUID after, long records) {

    private static final int CURSOR_BYTES = 32;
    private static final int BYTES = CURSOR_BYTES + 8 + 4 + 8 + 4 + 16 + 8;
    private static final long NO_DAY = Long.MIN_VALUE;

    String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        from.put(bytes);
        bytes.putLong(selection)
                .putInt(order)
                .putLong(since.map(LocalDate::toEpochDay).orElse(NO_DAY))
                .putInt(kind)
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
        int order = in.getInt();
        long day = in.getLong();
        int kind = in.getInt();
        UUID after = new UUID(in.getLong(), in.getLong());
        long records = in.getLong();
        boolean sound = from.seq() >= 0
                && kind >= 0
                && records >= 0
                && (day == NO_DAY
                        || (day >= LocalDate.EPOCH.toEpochDay()
                                && day < LocalDate.of(3000, 1, 1).toEpochDay()));
        return sound
                ? Optional.of(new Mark(
                        from,
                        selection,
                        order,
                        day == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day)),
                        kind,
                        after,
                        records))
                : Optional.empty();
    }
}
