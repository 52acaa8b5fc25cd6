package org.waystation.server.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;

/**
 * How many requests an address may send that come without a token, or with none that works. A burst passes, a flood does
 * not. Each process counts for itself.
 */
public final class RateLimits {

    private static final int REMEMBERED = 10_000;
    /** Signing in takes a handful of requests; guessing takes many. */
    private static final int OPEN_SHARE = 100;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param perMinute requests that one workstation may send a minute; an address without a token may send a hundredth
     */
    public RateLimits(int perMinute) {
        this.perMinute = perMinute;
    }

    /** A turn of somebody without a token, by address. */
    void requireTurn(Exchange exchange) {
        requireTurn(exchange.request(), exchange.response());
    }

    /** A turn of somebody without a token, by address. */
    void requireTurn(Request request, Response response) {
        require(response, Request.getRemoteAddr(request), Math.max(1, perMinute / OPEN_SHARE));
    }

    private void require(Response response, String key, int limit) {
        ConsumptionProbe probe;
        synchronized (buckets) {
            probe = buckets.computeIfAbsent(key, missing -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        }
        // The fields of draft-ietf-httpapi-ratelimit-headers.
        response.getHeaders().put("RateLimit-Policy", "\"address\";q=" + limit + ";w=60");
        long wait = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
        response.getHeaders()
                .put(
                        "RateLimit",
                        "\"address\";r=" + probe.getRemainingTokens() + ";t=" + (probe.isConsumed() ? 60 : wait));
        if (!probe.isConsumed()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, wait);
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS, "At most " + limit + " requests a minute; wait " + wait + " s.");
        }
    }

    private static Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, Duration.ofMinutes(1)))
                .build();
    }
}
