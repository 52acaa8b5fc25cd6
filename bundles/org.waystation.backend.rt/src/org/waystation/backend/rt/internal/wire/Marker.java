package org.waystation.backend.rt.internal.wire;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark of what was made here on a message. It is a parameter of the message's content type (RFC 2045, section 5.1),
 * which Request Tracker stores with the message in one step and shows to nobody.
 *
 * @param what it is of ours: a note, a time entry, an attachment
 * @param work how time was spent; empty where it is no time entry
 */
public record Marker(What what, UUID id, String work, boolean billable) {

    private static final String NAME = "x-waystation";
    private static final Pattern FOUND = Pattern.compile(
            NAME + "=\"?([nta])\\.([0-9a-f-]{36})(?:\\.([a-z_]{0,40})\\.([01]))?\"?", Pattern.CASE_INSENSITIVE);

    /** What a message was made for. */
    public enum What {
        NOTE("n"),
        TIME("t"),
        ATTACHMENT("a");

        private final String letter;

        What(String letter) {
            this.letter = letter;
        }
    }

    public static Marker of(What what, UUID id) {
        return new Marker(what, id, "", false);
    }

    /** The marker in a message's headers; empty where it has none. */
    public static Optional<Marker> in(String headers) {
        Matcher matcher = FOUND.matcher(headers);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (What what : What.values()) {
            if (what.letter.equalsIgnoreCase(matcher.group(1))) {
                String work = matcher.group(3) == null ? "" : matcher.group(3);
                return Optional.of(
                        new Marker(what, UUID.fromString(matcher.group(2)), work, "1".equals(matcher.group(4))));
            }
        }
        return Optional.empty();
    }

    /** A content type with this marker. */
    public String on(String type) {
        return type + "; " + NAME + "=\"" + value() + "\"";
    }

    /** What a search for it looks for in headers. */
    public String needle() {
        return NAME + "=\"" + what.letter + "." + id;
    }

    private String value() {
        String plain = what.letter + "." + id;
        return what == What.TIME ? plain + "." + work + "." + (billable ? "1" : "0") : plain;
    }
}
