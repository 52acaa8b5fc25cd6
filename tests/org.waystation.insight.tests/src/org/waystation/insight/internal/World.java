package org.waystation.insight.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.work.WorkProgress;
import org.waystation.api.work.WorkService;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.StoreException;
import org.waystation.store.edit.Me;
import org.waystation.store.live.Background;

/** A store with records and the service over it, on the test's own thread. */
final class World implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("America/St_Johns"); // half an hour off, with summer time
    static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    final Map<UUID, EntityRecord> records = new LinkedHashMap<>();
    private final LocalStore store;
    private long sequence = 1;

    /** Whether whoever starts work has changed their mind. */
    boolean cancelled;

    World(Path folder) throws StoreException {
        store = LocalStore.open(folder, new byte[32]);
    }

    LocalInsightService service() {
        Background here = new Background(Runnable::run, Runnable::run, (after, work) -> work.run());
        Clock clock = Clock.fixed(TODAY.atTime(12, 0).atZone(ZONE).toInstant(), ZONE);
        return new LocalInsightService(
                store.records(), store.work(), new Me(store.replica()), here, new WorkHere(), clock);
    }

    LocalStore store() {
        return store;
    }

    /** Work on the thread of whoever starts it. */
    private final class WorkHere implements WorkService {
        @Override
        public <T> CompletionStage<T> start(String owner, String title, WorkBody<T> body) {
            try {
                return CompletableFuture.completedFuture(body.run(new WorkProgress() {
                    @Override
                    public boolean cancelled() {
                        return cancelled;
                    }

                    @Override
                    public void at(long done, long total) {
                        assert done <= total;
                    }
                }));
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        }
    }

    UUID add(EntityKind kind, Object... fields) {
        UUID id = UUID.nameUUIDFromBytes(("record " + records.size()).getBytes(StandardCharsets.UTF_8));
        put(kind, id, fields);
        return id;
    }

    void put(EntityKind kind, UUID id, Object... fields) {
        Map<String, Object> data = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                data.put((String) fields[i], fields[i + 1] instanceof UUID ref ? ref.toString() : fields[i + 1]);
            }
        }
        long version = records.containsKey(id) ? records.get(id).version() + 1 : 1;
        records.put(id, new EntityRecord(kind, id, version, sequence, data));
    }

    void load() throws StoreException {
        try (SnapshotWriter writer = store.replica().beginSnapshot("e")) {
            writer.write(new ArrayList<>(records.values()));
            writer.complete("c");
        }
        store.awaitQuiet();
    }

    /** Sends what was put since as changes. */
    void change(Runnable edits) throws StoreException {
        sequence++;
        edits.run();
        List<EntityRecord> changed = records.values().stream()
                .filter(record -> record.sequence() == sequence)
                .toList();
        store.replica().apply(new ChangePage("e", "c" + sequence, false, changed, List.of()));
        store.awaitQuiet();
    }

    static Map<String, Object> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    List<EntityRecord> of(EntityKind kind) {
        return records.values().stream()
                .filter(record -> record.kind().equals(kind))
                .toList();
    }

    /** Companies of all kinds with assets, tickets and work, different for each seed. */
    void generate(Random random) {
        List<UUID> companies = Stream.of("Harbour", "Lindqvist", "=Kestrel", "Oak", "Bare")
                .map(name -> add(EntityKind.COMPANY, "name", name, "endpoints", 7L))
                .toList();
        List<UUID> agreements = new ArrayList<>();
        for (int i = 0; i < 4; i++) { // the fifth has none
            String kind =
                    List.of("managed", "break_fix", "managed", "block_hours").get(i);
            agreements.add(add(
                    EntityKind.AGREEMENT,
                    "companyId",
                    companies.get(i),
                    "name",
                    kind,
                    "kind",
                    kind,
                    "hoursPerMonth",
                    kind.equals("block_hours") ? Long.valueOf(random.nextInt(12)) : null,
                    "monthlyFee",
                    kind.equals("managed") ? money(100 + random.nextInt(300) + ".00", "GBP") : null,
                    "hourlyRate",
                    money(60 + random.nextInt(80) + ".50", "GBP"),
                    "coveredKinds",
                    i == 2 ? List.of("server") : null,
                    "startsOn",
                    TODAY.minusDays(60 + random.nextInt(300)).toString(),
                    "endsOn",
                    random.nextBoolean() ? TODAY.plusDays(5).toString() : null));
        }
        List<UUID> assets = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            boolean retired = random.nextInt(5) == 0;
            assets.add(add(
                    EntityKind.ASSET,
                    "companyId",
                    companies.get(random.nextInt(4)),
                    "name",
                    "A" + i,
                    "kind",
                    List.of("server", "laptop", "printer", "workstation").get(random.nextInt(4)),
                    "state",
                    retired ? "retired" : random.nextInt(8) == 0 ? "in_stock" : "in_use",
                    "retiredOn",
                    retired && random.nextBoolean() ? day(random) : null,
                    "purchasedOn",
                    random.nextBoolean() ? day(random) : null,
                    "warrantyEndsOn",
                    random.nextBoolean() ? day(random) : null,
                    "supportEndsOn",
                    random.nextInt(3) == 0
                            ? TODAY.plusDays(random.nextInt(9) - 4).toString()
                            : null));
        }
        for (int i = 0; i < 120; i++) {
            int whose = random.nextInt(6);
            UUID ticket = add(
                    EntityKind.TICKET,
                    "companyId",
                    whose < 5 ? companies.get(whose) : null,
                    "agreementId",
                    whose < 4 && random.nextInt(6) > 0 ? agreements.get(whose) : null,
                    "assetId",
                    random.nextInt(4) > 0 ? assets.get(random.nextInt(30)) : null,
                    "subject",
                    "S",
                    "type",
                    "incident",
                    "origin",
                    List.of("reactive", "proactive", "mystery").get(random.nextInt(3)),
                    "tags",
                    List.of("vpn", "disk").subList(0, random.nextInt(3)),
                    "createdAt",
                    moment(random).toString());
            for (int entries = random.nextInt(4); entries > 0; entries--) {
                add(
                        EntityKind.TIME_ENTRY,
                        "ticketId",
                        ticket,
                        "minutes",
                        (long) (1 + random.nextInt(200)),
                        "billable",
                        random.nextBoolean(),
                        "startedAt",
                        moment(random).toString());
            }
        }
    }

    private static String day(Random random) {
        return TODAY.minusDays(random.nextInt(500)).toString();
    }

    /** Often within the hours in which the month is another one in UTC. */
    private static Instant moment(Random random) {
        if (random.nextInt(5) == 0) {
            LocalDate first = TODAY.withDayOfMonth(1).minusMonths(random.nextInt(14));
            return first.atStartOfDay(ZONE).toInstant().plus(Duration.ofMinutes(random.nextInt(600) - 300));
        }
        return TODAY.atStartOfDay(ZONE).toInstant().minus(Duration.ofMinutes(random.nextInt(400 * 24 * 60)));
    }

    @Override
    public void close() {
        store.close();
    }
}
