package org.waystation.server.http;

import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;

/** Conditional requests (RFC 9110, section 13): what the client holds already is not sent again. */
final class Tags {

    private Tags() {}

    /**
     * Puts the tag of an answer, and answers 304 where the client holds it.
     *
     * @param tag without quotes
     * @return whether it was answered
     */
    static boolean answered(Exchange exchange, String tag) {
        String etag = '"' + tag + '"';
        exchange.response().getHeaders().put(HttpHeader.ETAG, etag);
        boolean held = exchange.header(HttpHeader.IF_NONE_MATCH)
                .filter(header -> holds(header, etag))
                .isPresent();
        if (held) {
            exchange.response().setStatus(304);
            exchange.callback().succeeded();
        }
        return held;
    }

    /** Compression adds to a tag, and weak comparison is the rule here (RFC 9110, section 13.1.2). */
    private static boolean holds(String header, String etag) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .map(tag -> tag.replaceFirst("--(gzip|zstd)\"$", "\""))
                .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }
}
