package org.waystation.server.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.waystation.server.record.Json;

/** How long many of the same took; threads may add. */
final class Times {

    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = time;
    }

    synchronized int count() {
        return count;
    }

    /** In milliseconds, such that this share of them took no longer; 0 where there are none. */
    synchronized double percentile(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int place = (int) Math.ceil(share * count) - 1;
        return Math.round(sorted[Math.max(0, place)] / 1e4) / 100.0;
    }

    ObjectNode node() {
        return Json.object()
                .put("count", count())
                .put("p50Ms", percentile(0.5))
                .put("p95Ms", percentile(0.95))
                .put("p99Ms", percentile(0.99));
    }
}
