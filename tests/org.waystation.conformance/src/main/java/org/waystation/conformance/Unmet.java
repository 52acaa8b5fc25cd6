package org.waystation.conformance;

/** A requirement is not met; the message says what was expected and what came. */
public final class Unmet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unmet(String message) {
        super(message);
    }

    public static void unless(boolean met, String message) {
        if (!met) {
            throw new Unmet(message);
        }
    }

    public static void unlessEqual(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new Unmet(what + ": expected " + cut(expected) + ", got " + cut(actual));
        }
    }

    private static String cut(Object value) {
        String text = String.valueOf(value);
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
