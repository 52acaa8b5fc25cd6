package org.waystation.rt.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.waystation.api.sync.SyncStatus;
import org.waystation.backend.rt.internal.connect.SetupFile;
import org.waystation.rtserver.OtherEyes;
import org.waystation.rtserver.RequestTracker;

/**
 * {@code ./waystation bench rt [TICKETS]}: a first sync of so many tickets with four messages each from a real Request
 * Tracker, and beside it in the same run a plain loop over its REST interface, as somebody would write it by hand: each
 * ticket, its history, the text of each message.
 */
public final class Bench {

    private static final int TICKETS = 5_000;
    private static final int NOTES = 3;
    private static final long SETTLED_SECONDS = 65;

    /** The plain loop is long; so many of the tickets tell its pace. */
    private static final int LOOPED = 300;

    /** @param arguments how many tickets */
    public static void main(String[] arguments) throws Exception {
        int tickets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TICKETS;
        Path folder = Files.createTempDirectory("bench-rt");
        try (RequestTracker tracker = RequestTracker.start(folder.resolve("rt"), SetupFile.text())) {
            System.out.println("Seeding " + tickets + " tickets with " + (NOTES + 1) + " messages each …");
            long began = System.nanoTime();
            long first = Long.parseLong(tracker.perl("seed.pl", "" + tickets, "" + NOTES)
                    .strip()
                    .lines()
                    .toList()
                    .getLast());
            System.out.printf(Locale.ROOT, "  %.0f s%n", seconds(began));
            settle();
            sync(tracker, folder.resolve("machine"));
            loop(tracker, first, Math.min(LOOPED, tickets), tickets);
        }
        System.exit(0);
    }

    /** Nobody's server was filled a moment ago: what is younger than a minute is read again by the feed. */
    private static void settle() throws InterruptedException {
        boolean ended = new CountDownLatch(1).await(SETTLED_SECONDS, TimeUnit.SECONDS);
        assert !ended;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void sync(RequestTracker tracker, Path folder) throws Exception {
        CountDownLatch here = new CountDownLatch(1);
        AtomicLong most = new AtomicLong();
        AtomicLong early = new AtomicLong();
        try (RtMachine machine = new RtMachine(
                        folder,
                        tracker.address(),
                        tracker.address(),
                        RequestTracker.TECHNICIAN,
                        RequestTracker.PASSWORD);
                AutoCloseable listening = machine.engine().service().listen(Runnable::run, status -> {
                    if (status.state() == SyncStatus.State.UP_TO_DATE) {
                        here.countDown();
                    }
                })) {
            long began = System.nanoTime();
            machine.online();
            while (!here.await(500, TimeUnit.MILLISECONDS)) {
                System.gc();
                long used = used();
                if (seconds(began) > 10 && early.get() == 0) {
                    early.set(used);
                }
                most.accumulateAndGet(used, Math::max);
            }
            double took = seconds(began);
            long records = machine.store().records().held().records().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "Waystation: %d records in %.1f s, %.0f records/s, %d requests (%s)%n",
                    records,
                    took,
                    records / took,
                    machine.requests(),
                    listening == null ? "" : "one connection");
            System.out.printf(
                    Locale.ROOT,
                    "Memory in use: %d MB after 10 s, %d MB at most%n",
                    early.get() >> 20,
                    most.get() >> 20);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void loop(RequestTracker tracker, long first, int count, int all)
            throws IOException, InterruptedException {
        try (OtherEyes eyes = new OtherEyes(tracker.address(), RequestTracker.TECHNICIAN, RequestTracker.PASSWORD)) {
            long requests = 0;
            long records = 0;
            long began = System.nanoTime();
            for (long number = first; number < first + count; number++) {
                eyes.get("ticket/" + number);
                JsonNode history =
                        eyes.get("ticket/" + number + "/history?fields=Type,Created,Creator,TimeTaken&per_page=100");
                requests += 2;
                records++;
                for (JsonNode one : history.path("items")) {
                    String type = one.path("Type").asText();
                    if (type.equals("Create") || type.equals("Comment") || type.equals("Correspond")) {
                        eyes.get("transaction/" + one.path("id").asText() + "/attachments?fields=Content,ContentType");
                        requests++;
                        records++;
                    }
                }
            }
            double took = seconds(began);
            System.out.printf(
                    Locale.ROOT,
                    "Plain loop: %d records of %d tickets in %.1f s, %.0f records/s, %d requests; for all %d tickets"
                            + " about %.0f s and %d requests%n",
                    records,
                    count,
                    took,
                    records / took,
                    requests,
                    all,
                    took * all / count,
                    requests * all / count);
        }
    }

    private Bench() {}
}
