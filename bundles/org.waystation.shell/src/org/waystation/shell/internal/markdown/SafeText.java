package org.waystation.shell.internal.markdown;

import java.util.Locale;
import java.util.Optional;

/** What of foreign text may reach the screen. */
final class SafeText {

    private SafeText() {}

    /**
     * Without control characters; those that turn the direction of text, with which one text can look like another,
     * become visible (Unicode TR 36, section 2.5; TR 39, 3.1.1).
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
            if (turns) {
                clean.append('\uFFFD');
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** The target of a link that may be followed: http, https and mailto alone. */
    static Optional<String> target(String destination) {
        String target = clean(destination).strip();
        String lower = target.toLowerCase(Locale.ROOT);
        boolean safe = lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:");
        return safe && target.indexOf(' ') < 0 && target.indexOf('\n') < 0 ? Optional.of(target) : Optional.empty();
    }
}
