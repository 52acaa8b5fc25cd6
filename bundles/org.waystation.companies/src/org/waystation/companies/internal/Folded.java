package org.waystation.companies.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares text without case and accents. */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {}

    static boolean holds(String text, String part) {
        return fold(text).contains(fold(part));
    }

    static boolean begins(String text, String part) {
        return fold(text).startsWith(fold(part));
    }

    private static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
    }
}
