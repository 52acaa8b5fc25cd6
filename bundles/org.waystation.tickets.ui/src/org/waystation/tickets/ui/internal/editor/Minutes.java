package org.waystation.tickets.ui.internal.editor;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a length of time as people write it: "25", "0:25", "1:30", "1h", "1 h 30", "90 min". */
final class Minutes {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,3})\\s*h(?:\\s*(\\d{1,2})\\s*(?:m|min)?)?");
    private static final Pattern PLAIN = Pattern.compile("(\\d{1,5})\\s*(?:m|min)?");

    private Minutes() {}

    /** Empty where it is no length of time. */
    static OptionalLong parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return OptionalLong.of(Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2)));
        }
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            long rest = hours.group(2) == null ? 0 : Long.parseLong(hours.group(2));
            return OptionalLong.of(Long.parseLong(hours.group(1)) * 60 + rest);
        }
        Matcher plain = PLAIN.matcher(text);
        return plain.matches() ? OptionalLong.of(Long.parseLong(plain.group(1))) : OptionalLong.empty();
    }
}
