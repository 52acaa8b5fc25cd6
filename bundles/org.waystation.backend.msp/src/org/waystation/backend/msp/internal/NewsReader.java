package org.waystation.backend.msp.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the event stream (server-sent events, WHATWG HTML) until the first piece of news. */
final class NewsReader {

    /** Most bytes between two beats. */
    static final long EVENT_LIMIT = 64_000;

    private final Clock clock;
    private final Instant until;

    NewsReader(Clock clock, Instant until) {
        this.clock = clock;
        this.until = until;
    }

    /** True where there may be news, also where the stream ended; false when the wait is over. */
    boolean read(BodyStream body) throws IOException {
        boolean news = false;
        while (clock.instant().isBefore(until)) {
            String line = line(body);
            if (line == null) {
                return true;
            }
            body.allowMore();
            if (line.isEmpty() && news) {
                return true;
            }
            news = switch (line) {
                case "" -> false;
                case "event: news", "event:news" -> true;
                default -> news;
            };
        }
        return false;
    }

    private static @Nullable String line(InputStream body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        for (int next = body.read(); next >= 0; next = body.read()) {
            if (next == '\n') {
                return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            bytes.write(next);
        }
        return null;
    }
}
