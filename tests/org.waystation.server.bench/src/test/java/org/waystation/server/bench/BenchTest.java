package org.waystation.server.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.server.record.Json;

@Timeout(180)
class BenchTest {

    @TempDir
    Path folder;

    @Test
    void percentilesAreThoseOfTheTimes() {
        Times times = new Times();
        for (int i = 1; i <= 2_000; i++) {
            times.add(i * 1_000_000L);
        }
        assertEquals(1_000, times.percentile(0.5));
        assertEquals(1_900, times.percentile(0.95));
        assertEquals(1_980, times.percentile(0.99));
        assertEquals(0, new Times().percentile(0.5));
    }

    @Test
    void whatGrowsWithTheDataIsNoticed() {
        ObjectNode tenth = figures(2.0);
        assertTrue(SingleRequests.compare(tenth, figures(2.9)).get("met").booleanValue());
        ObjectNode slow = figures(2.9);
        slow.putObject("news").put("p50Ms", 3.5);
        assertFalse(SingleRequests.compare(tenth, slow).get("met").booleanValue());
    }

    private static ObjectNode figures(double millis) {
        ObjectNode node = Json.object();
        for (String kind :
                new String[] {"emptyChanges", "changesOf1000", "operation", "news", "listingOfSomeCompanies"}) {
            node.putObject(kind).put("p50Ms", millis);
        }
        return node;
    }

    /** All of it, on little data: requests are answered, news are heard, processes have figures. */
    @Test
    void everythingIsMeasured() throws Exception {
        try (Stand stand = Stand.open(folder, "small", 1, 6)) {
            ObjectNode single = new SingleRequests(stand).measure();
            assertTrue(single.at("/operation/p50Ms").doubleValue() > 0);
            assertEquals(40, single.at("/changesOf1000/count").intValue());
            ObjectNode throughput = new Throughput(stand).measure();
            assertTrue(throughput.get("records").longValue() > 10_000);
            assertTrue(throughput.get("zstdMegabytes").longValue() >= 0);
            ObjectNode load = new TeamAtWork(stand, Duration.ofSeconds(6)).measure();
            assertEquals(0, load.get("failed").intValue(), load::toString);
            assertTrue(load.at("/operations/count").intValue() >= 6, load::toString);
            assertTrue(load.at("/news/count").intValue() >= 30, load::toString);
            assertTrue(load.get("serverRssMb").longValue() > 50, load::toString);
            assertTrue(load.get("serverHeapMb").longValue() > 5, load::toString);
            // So little work is less than a tick of the clock in each process; since they began it is more.
            assertTrue(ProcessFigures.secondsOfDescendants(stand.postgres()) > 0, load::toString);
            assertTrue(load.has("databaseCores"), load::toString);
        }
    }
}
