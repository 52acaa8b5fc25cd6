package org.waystation.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.waystation.server.record.Json;

/** One request after the other: what each costs must not depend on how much data there is. */
final class SingleRequests {

    private static final int WARM = 100;
    private static final int TIMES = 300;
    private static final int PAGES = 40;
    private static final int PAGE = 1_000;
    /** The machine's own unrest is this much. */
    private static final double FLAT = 1.5;
    /** Below this many milliseconds a difference is the clock's and the scheduler's. */
    private static final double NOTHING = 0.3;

    private static final List<String> KINDS =
            List.of("emptyChanges", "changesOf1000", "operation", "news", "listingOfSomeCompanies");

    private final Stand stand;

    SingleRequests(Stand stand) {
        this.stand = stand;
    }

    ObjectNode measure() throws Exception {
        String epoch = stand.ask("select epoch from server_meta").getFirst();
        List<String> tickets = stand.ask("select id from record where kind = 'ticket' and deleted_at is null"
                + " order by md5(id::text) limit 500");
        ObjectNode result = Json.object();
        result.put(
                "records",
                Long.parseLong(stand.ask("select count(*) from record").getFirst()));
        try (Client.Shared http = new Client.Shared()) {
            Client writer = new Client(http, stand.url(), stand.tokens().get(0));
            Client reader = new Client(http, stand.url(), stand.tokens().get(1));
            Times operation = new Times();
            Times news = new Times();
            SynchronousQueue<Long> told = new SynchronousQueue<>();
            reader.listen(Client.cursor(epoch, head()), seq -> told.offer(System.nanoTime()));
            for (int i = 0; i < WARM + TIMES; i++) {
                long began = System.nanoTime();
                var answer = writer.note(tickets.get(i % tickets.size()));
                Long heard = told.poll(10, TimeUnit.SECONDS);
                JsonNode applied = answer.join();
                long took = System.nanoTime() - began;
                if (heard == null || !applied.at("/results/0/outcome").asText().equals("applied")) {
                    throw new IllegalStateException("not applied, or nobody heard of it: " + applied);
                }
                if (i >= WARM) {
                    operation.add(took);
                    news.add(heard - began);
                }
            }
            long head = head();
            result.set("emptyChanges", time(reader, Client.cursor(epoch, head), TIMES, 0));
            result.set("changesOf1000", time(reader, Client.cursor(epoch, head - 2 * PAGE), PAGES, PAGE));
            result.set("operation", operation.node());
            result.set("news", news.node());
            Client some = new Client(http, stand.url(), stand.hire(someCompanies()));
            Times listing = new Times();
            for (int i = 0; i < PAGES; i++) {
                long began = System.nanoTime();
                some.tickets("status=in_progress&limit=100").join();
                listing.add(System.nanoTime() - began);
            }
            result.set("listingOfSomeCompanies", listing.node());
        }
        return result;
    }

    private static ObjectNode time(Client client, String cursor, int times, int expected) {
        Times all = new Times();
        for (int i = 0; i < times + times / 4; i++) {
            long began = System.nanoTime();
            int rows = client.changes(cursor, PAGE).join().path("changes").size();
            if (rows != expected) {
                throw new IllegalStateException(rows + " changes came");
            }
            if (i >= times / 4) {
                all.add(System.nanoTime() - began);
            }
        }
        return all.node();
    }

    private Set<UUID> someCompanies() throws Exception {
        return stand
                .ask("select id from record where kind = 'company' and deleted_at is null order by id limit 3")
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private long head() throws Exception {
        return Long.parseLong(stand.ask("select seq from feed_head").getFirst());
    }

    /** The same of a tenth of the data and of all of it. */
    static ObjectNode compare(ObjectNode tenth, ObjectNode whole) {
        ObjectNode result = Json.object().put("bench", "server.flat");
        ObjectNode ratios = Json.object();
        boolean met = true;
        for (String kind : KINDS) {
            double before = tenth.path(kind).path("p50Ms").asDouble();
            double after = whole.path(kind).path("p50Ms").asDouble();
            ratios.put(kind, Math.round(after / before * 100) / 100.0);
            met &= after <= before * FLAT || after - before <= NOTHING;
        }
        result.set("tenth", tenth);
        result.set("whole", whole);
        result.set("growth", ratios);
        return result.put("goalGrowth", FLAT).put("met", met);
    }
}
