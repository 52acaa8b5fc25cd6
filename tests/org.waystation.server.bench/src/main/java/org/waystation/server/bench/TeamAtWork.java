package org.waystation.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.waystation.server.record.Json;

/** Many workstations at once: each waits for news, and every five seconds asks for changes and sends an operation. */
final class TeamAtWork {

    private static final Duration PACE = Duration.ofSeconds(5);
    private static final Duration WARM = Duration.ofSeconds(10);
    /** A note touches its ticket: the news tells the later of both. */
    private static final long SEQUENCES_OF_ONE = 2;
    /** No technician waits longer for any record. */
    private static final double GOAL_P99_MS = 1_000;

    private final Stand stand;
    private final Duration duration;

    private final Times changes = new Times();
    private final Times operations = new Times();
    private final Times news = new Times();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong countedFrom = new AtomicLong(Long.MAX_VALUE);
    private final Map<Long, Long> sentAt = new TreeMap<>();
    private final ConcurrentLinkedQueue<long[]> heard = new ConcurrentLinkedQueue<>();

    TeamAtWork(Stand stand, Duration duration) {
        this.stand = stand;
        this.duration = duration;
    }

    ObjectNode measure() throws Exception {
        String epoch = stand.ask("select epoch from server_meta").getFirst();
        String cursor = Client.cursor(
                epoch, Long.parseLong(stand.ask("select seq from feed_head").getFirst()));
        List<String> tickets = stand.ask("select id from record where kind = 'ticket' and deleted_at is null"
                + " order by md5(id::text) limit 5000");
        AtomicInteger next = new AtomicInteger();
        int team = stand.tokens().size();
        ObjectNode result = Json.object().put("bench", "server.load").put("workstations", team);
        try (Client.Shared http = new Client.Shared();
                ScheduledExecutorService clock = Executors.newScheduledThreadPool(2)) {
            for (int i = 0; i < team; i++) {
                Client client = new Client(http, stand.url(), stand.tokens().get(i));
                client.listen(cursor, this::hear);
                AtomicReference<String> place = new AtomicReference<>(cursor);
                clock.scheduleAtFixedRate(
                        () -> turn(client, place, tickets.get(next.getAndIncrement() % tickets.size())),
                        PACE.toNanos() * i / team,
                        PACE.toNanos(),
                        TimeUnit.NANOSECONDS);
            }
            CountDownLatch never = new CountDownLatch(1);
            never.await(WARM.toMillis(), TimeUnit.MILLISECONDS);
            countedFrom.set(System.nanoTime());
            double server = ProcessFigures.seconds(stand.server());
            double database = ProcessFigures.secondsOfDescendants(stand.postgres());
            never.await(duration.toMillis(), TimeUnit.MILLISECONDS);
            double seconds = (System.nanoTime() - countedFrom.get()) / 1e9;
            result.put("seconds", Math.round(seconds));
            result.put("serverCores", share(ProcessFigures.seconds(stand.server()) - server, seconds));
            result.put(
                    "databaseCores", share(ProcessFigures.secondsOfDescendants(stand.postgres()) - database, seconds));
            result.put("serverRssMb", ProcessFigures.residentMegabytes(stand.server()));
            result.put(
                    "serverHeapMb",
                    ProcessFigures.heapMegabytes(
                            new Client(http, stand.url(), stand.tokens().getFirst()).metrics()));
            clock.shutdownNow();
        }
        match();
        result.set("changes", changes.node());
        result.set("operations", operations.node());
        result.set("news", news.node());
        result.put("failed", failed.get()).put("goalP99Ms", GOAL_P99_MS);
        double slowest =
                Math.max(news.percentile(0.99), Math.max(changes.percentile(0.99), operations.percentile(0.99)));
        return result.put("met", failed.get() == 0 && news.count() > 0 && slowest <= GOAL_P99_MS);
    }

    private void turn(Client client, AtomicReference<String> place, String ticket) {
        long began = System.nanoTime();
        client.changes(place.get(), 1_000)
                .thenAccept(page -> {
                    place.set(page.path("cursor").asText());
                    count(changes, began);
                    write(client, ticket);
                })
                .exceptionally(this::fail);
    }

    private void write(Client client, String ticket) {
        long began = System.nanoTime();
        client.note(ticket)
                .thenAccept(answer -> {
                    JsonNode result = answer.at("/results/0");
                    if (!result.path("outcome").asText().equals("applied")) {
                        throw new IllegalStateException(answer.toString());
                    }
                    count(operations, began);
                    synchronized (sentAt) {
                        sentAt.put(result.at("/record/seq").asLong(), began);
                    }
                })
                .exceptionally(this::fail);
    }

    private void count(Times times, long began) {
        if (began >= countedFrom.get()) {
            times.add(System.nanoTime() - began);
        }
    }

    private Void fail(Throwable reason) {
        if (System.nanoTime() - countedFrom.get() < duration.toNanos()) {
            failed.incrementAndGet();
        }
        return null;
    }

    private void hear(long seq) {
        if (seq >= 0 && System.nanoTime() >= countedFrom.get()) {
            heard.add(new long[] {seq, System.nanoTime()});
        }
    }

    /** News may come before the answer to the one who made it, so that only now it is known what each was of. */
    private void match() {
        TreeMap<Long, Long> sent = new TreeMap<>(sentAt);
        for (long[] event : heard) {
            Map.Entry<Long, Long> operation = sent.floorEntry(event[0]);
            if (operation != null && event[0] - operation.getKey() < SEQUENCES_OF_ONE) {
                news.add(event[1] - operation.getValue());
            }
        }
    }

    private static double share(double used, double seconds) {
        return Math.round(used / seconds * 100) / 100.0;
    }
}
