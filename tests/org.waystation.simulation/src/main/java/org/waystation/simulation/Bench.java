package org.waystation.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.Digest;
import org.waystation.server.record.Json;

/** Measures sync against a real server process, each time beside a calibration in the same run. */
final class Bench {

    private static final Duration MOST = Duration.ofMinutes(30);
    private static final Duration ROUND_TRIP = Duration.ofMillis(50);
    private static final int OPERATIONS = 500;

    private static final String SMALL = "small";

    /** A place in a longer history may take a few digits more. */
    private static final long CURSOR_BYTES = 16;

    /** Of which the middle one counts: a server runs for months, so its first minute says little. */
    private static final int ROUNDS = 3;

    private final Path folder;
    private final URI server;
    private final String token;
    private final String sample;

    private Bench(Path folder, URI server, String token, String sample) {
        this.folder = folder;
        this.server = server;
        this.token = token;
        this.sample = sample;
    }

    /** One JSON object; false where a goal was missed. */
    static ObjectNode run(String name, String sample) throws IOException, InterruptedException {
        return name.equals("delta") ? deltas(sample) : runOne(name, sample);
    }

    /** That a sync without news costs the same whatever is held takes two sizes to say. */
    private static ObjectNode deltas(String sample) throws IOException, InterruptedException {
        ObjectNode few = runOne("delta", SMALL);
        ObjectNode many = runOne("delta", sample.equals(SMALL) ? "reference" : sample);
        long differ = Math.abs(many.path("bytes").asLong() - few.path("bytes").asLong());
        ObjectNode result = Json.object().put("bench", "delta").put("bytesDiffer", differ);
        result.putArray("sizes").add(few).add(many);
        return result.put("met", few.path("met").asBoolean() && many.path("met").asBoolean() && differ <= CURSOR_BYTES);
    }

    private static ObjectNode runOne(String name, String sample) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("waystation-bench");
        try (ServerProcess process = ServerProcess.start(folder.resolve("server"), sample)) {
            Bench bench = new Bench(folder.resolve("machine"), process.url(), process.token(), sample);
            return switch (name) {
                case "sync" -> bench.sync();
                case "push" -> bench.push();
                case "delta" -> bench.delta();
                default -> throw new IllegalArgumentException(name);
            };
        } finally {
            delete(folder);
        }
    }

    /**
     * The first sync. The raw insert rate it is held against is that of the same rows, of all tables with their indexes,
     * bound and inserted into an encrypted file like the store's, see {@link RawCopy}. The rate of inserts into one table
     * with one index, which no list could be read from, stands beside it.
     */
    private ObjectNode sync() throws IOException, InterruptedException {
        Calibration.Http raw = Calibration.http(server, token);
        double bareInserts = Calibration.inserts(folder.resolve("calibration"), server, token);
        long began = System.nanoTime();
        double seconds;
        long peakHeapMb;
        try (PeakHeap heap = PeakHeap.watch();
                LiveMachine machine = LiveMachine.start(folder.resolve("store"), server, token, backend -> backend)) {
            requireInTime(machine.awaitUpToDate(MOST));
            seconds = since(began);
            peakHeapMb = heap.bytes() / 1_000_000;
        }
        double rate = raw.records() / seconds;
        double rawInserts =
                raw.records() / RawCopy.seconds(folder.resolve("store"), LiveMachine.KEY, folder.resolve("copy"));
        ObjectNode result = result("sync");
        result.put("records", raw.records()).put("seconds", round(seconds)).put("recordsPerSecond", Math.round(rate));
        result.put("rawHttpRecordsPerSecond", Math.round(raw.records() / raw.seconds()));
        result.put("rawInsertsPerSecond", Math.round(rawInserts));
        result.put("shareOfRawInserts", round(rate / rawInserts));
        result.put("bareTableInsertsPerSecond", Math.round(bareInserts));
        result.put("shareOfBareTableInserts", round(rate / bareInserts));
        result.put("peakHeapMb", peakHeapMb);
        result.put("goalRecordsPerSecond", 10_000).put("goalShare", 0.6).put("goalPeakHeapMb", 256);
        return result.put("met", rate >= 10_000 && rate / rawInserts >= 0.6 && peakHeapMb <= 256);
    }

    private ObjectNode push() throws IOException, InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        try (LiveMachine machine =
                LiveMachine.start(folder.resolve("store"), server, token, backend -> new Distant(backend, requests))) {
            requireInTime(machine.awaitUpToDate(MOST));
            double roundTrip = Calibration.roundTrip(server, token) + ROUND_TRIP.toNanos() / 1e9;
            double first = send(machine, 0);
            double[] later = new double[ROUNDS];
            int before = requests.get();
            for (int round = 0; round < ROUNDS; round++) {
                later[round] = send(machine, OPERATIONS * (round + 1));
            }
            Arrays.sort(later);
            double seconds = later[ROUNDS / 2];
            ObjectNode result = result("push");
            result.put("operations", OPERATIONS).put("roundTripMs", Math.round(roundTrip * 1000));
            result.put("seconds", round(seconds)).put("secondsOfAServerThatJustStarted", round(first));
            result.put("requests", (requests.get() - before) / ROUNDS);
            return result.put("goalSeconds", 3).put("met", seconds <= 3);
        }
    }

    /** Seconds until none of so many new time entries waits any more. */
    private static double send(LiveMachine machine, int from) throws IOException {
        long began = System.nanoTime();
        machine.store().outbox().commit(TimeEntries.of(machine.store(), OPERATIONS, from));
        while (machine.store().outbox().waitingCount() > 0 && since(began) < MOST.toSeconds()) {
            LockSupport.parkNanos(1_000_000);
        }
        requireInTime(machine.store().outbox().waitingCount() == 0);
        return since(began);
    }

    private ObjectNode delta() throws IOException, InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        try (LiveMachine machine =
                LiveMachine.start(folder.resolve("store"), server, token, backend -> new Counting(backend, requests))) {
            requireInTime(machine.awaitUpToDate(MOST));
            int before = requests.get();
            long began = System.nanoTime();
            machine.engine().service().syncNow();
            while (requests.get() == before && since(began) < MOST.toSeconds()) {
                LockSupport.parkNanos(1_000_000);
            }
            requireInTime(machine.awaitUpToDate(MOST));
            double seconds = since(began);
            long bytes = Calibration.changesBytes(
                    server,
                    token,
                    machine.store().replica().position().orElseThrow().cursor());
            ObjectNode result = result("delta");
            result.put(
                    "records",
                    machine.store().replica().digests().values().stream()
                            .mapToLong(Digest::count)
                            .sum());
            result.put("requests", requests.get() - before).put("bytes", bytes).put("seconds", round(seconds));
            result.put("rawRoundTripSeconds", round(Calibration.roundTrip(server, token)));
            return result.put("goalRequests", 1)
                    .put("goalBytes", 2048)
                    .put("met", requests.get() - before == 1 && bytes <= 2048);
        }
    }

    private ObjectNode result(String name) {
        return Json.object().put("bench", name).put("sample", sample);
    }

    private static void requireInTime(boolean inTime) {
        if (!inTime) {
            throw new IllegalStateException("The machine was not up to date within " + MOST.toMinutes() + " minutes.");
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Counts requests. */
    private static class Counting extends ForwardingBackend {

        private final AtomicInteger requests;

        Counting(Backend inner, AtomicInteger requests) {
            super(inner);
            this.requests = requests;
        }

        @Override
        void calling() {
            requests.incrementAndGet();
        }
    }

    /** Far away: each request takes its time on the way. */
    private static final class Distant extends Counting {

        Distant(Backend inner, AtomicInteger requests) {
            super(inner, requests);
        }

        @Override
        void calling() {
            super.calling();
            LockSupport.parkNanos(ROUND_TRIP.toNanos());
        }
    }
}
