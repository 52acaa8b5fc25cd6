package org.waystation.sessions.ui.internal.terminal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds links in what a terminal shows; only http, https and mailto are links. */
final class Links {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final int LENGTH_MOST = 2_000;
    private static final Pattern LINK = Pattern.compile("(?:https?://|mailto:)[^\\s<>\"'`{}|\\\\^\\p{Cntrl}]{1,2000}");
    private static final String NOT_AT_END = ".,;:!?)]";

    private Links() {}

    static boolean allowed(String target) {
        if (target.length() > LENGTH_MOST || target.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            return false;
        }
        try {
            String scheme = new URI(target).getScheme();
            return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The link that covers a column of a line. */
    static Optional<Found> at(String line, int column) {
        Matcher link = LINK.matcher(line);
        while (link.find()) {
            int end = link.end();
            while (end > link.start() && NOT_AT_END.indexOf(line.charAt(end - 1)) >= 0) {
                end--;
            }
            if (link.start() <= column && column < end && allowed(line.substring(link.start(), end))) {
                return Optional.of(new Found(link.start(), end, line.substring(link.start(), end)));
            }
        }
        return Optional.empty();
    }

    /** A link from one column up to another. */
    record Found(int from, int to, String target) {}
}
