package org.waystation.server.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/**
 * That an endpoint will go, told with each of its answers: {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594) and
 * a link to what takes its place (RFC 8288).
 *
 * @param since when it was deprecated
 * @param sunset its last day; empty while that is not known
 * @param successor path of what takes its place
 */
record Deprecation(Instant since, Optional<Instant> sunset, String successor) {

    void announce(HttpFields.Mutable headers) {
        headers.put("Deprecation", "@" + since.getEpochSecond());
        sunset.ifPresent(end ->
                headers.put("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atOffset(ZoneOffset.UTC))));
        headers.put("Link", "<" + successor + ">; rel=\"successor-version\"");
    }
}
