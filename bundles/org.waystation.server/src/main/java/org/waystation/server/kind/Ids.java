package org.waystation.server.kind;

import java.util.regex.Pattern;

/** Record ids on the wire: the 36 characters of RFC 9562 in lower case, so that one id has one spelling. */
public final class Ids {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Ids() {}

    /** {@code UUID.fromString} alone would also take "1-1-1-1-1". */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
