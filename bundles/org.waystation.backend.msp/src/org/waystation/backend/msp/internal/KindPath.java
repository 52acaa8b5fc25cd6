package org.waystation.backend.msp.internal;

import java.util.Locale;
import org.waystation.api.record.EntityKind;

/** Where the API has the records of a kind: its code in lower case with hyphens, in the plural. */
final class KindPath {

    private KindPath() {}

    /** Such as {@code v1/time-entries}. */
    static String of(EntityKind kind) {
        String words = kind.code().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        boolean consonantY = words.matches(".*[^aeiou]y");
        return "v1/" + (consonantY ? words.substring(0, words.length() - 1) + "ies" : words + "s");
    }
}
