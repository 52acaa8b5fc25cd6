package org.waystation.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.domain.Origin;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.RecordRef;
import org.waystation.api.sync.ChangePage;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.store.CompanyIndex.Counts;
import org.waystation.store.LocalStore;
import org.waystation.store.WorkIndex.AssetSum;
import org.waystation.store.WorkIndex.CauseSum;
import org.waystation.store.WorkIndex.TicketSum;
import org.waystation.store.WorkIndex.WorkFilter;
import org.waystation.store.WorkIndex.WorkLine;
import org.waystation.store.WorkIndex.WorkSum;

/** Sums of the store against sums over the plain records, for generated data that also changes and goes. */
class WorkIndexTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Riga");
    private static final Instant FROM =
            LocalDate.of(2026, 1, 1).atStartOfDay(ZONE).toInstant();
    private static final List<Instant> BOUNDS = Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusMonths(1))
            .limit(7)
            .map(day -> day.atStartOfDay(ZONE).toInstant())
            .toList();

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> sumsAreThoseOfTheRecords() {
        return Stream.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
    }

    private void compare(long seed) throws Exception {
        Random random = new Random(seed);
        Map<UUID, EntityRecord> plain = new LinkedHashMap<>();
        List<UUID> companies = ids(random, 4);
        List<UUID> agreements = ids(random, 3);
        List<UUID> assets = ids(random, 6);
        List<UUID> people = ids(random, 3);
        companies.forEach(id -> put(plain, record(EntityKind.COMPANY, id, Map.of("name", "C" + id))));
        agreements.forEach(id -> put(plain, record(EntityKind.AGREEMENT, id, Map.of("name", "A", "kind", "managed"))));
        people.forEach(id -> put(plain, record(EntityKind.USER, id, Map.of("name", "P" + id))));
        for (int i = 0; i < 5; i++) { // one of the six is not held here
            put(
                    plain,
                    record(EntityKind.ASSET, assets.get(i), Map.of("name", "X", "kind", i < 3 ? "server" : "drone")));
        }
        List<UUID> tickets = ids(random, 40);
        tickets.forEach(id -> put(plain, ticket(id, random, companies, agreements, assets)));
        List<UUID> strangers = ids(random, 2);
        List<UUID> booked = Stream.concat(tickets.stream(), strangers.stream()).toList();
        for (UUID id : ids(random, 200)) {
            put(plain, entry(id, random, booked, people));
        }
        try (LocalStore store = LocalStore.open(temp.resolve("store" + seed), StoreFixture.KEY)) {
            // Entries before their tickets, and the other way round: the order must not matter.
            List<EntityRecord> shuffled = new ArrayList<>(plain.values());
            Collections.shuffle(shuffled, random);
            StoreFixture.snapshot(store, "e", "c", shuffled.toArray(EntityRecord[]::new));
            check(store, plain, people);
            List<EntityRecord> changed = new ArrayList<>();
            for (UUID id : tickets.subList(0, 12)) {
                changed.add(newer(ticket(id, random, companies, agreements, assets)));
            }
            plain.values().stream()
                    .filter(record -> record.kind().equals(EntityKind.TIME_ENTRY))
                    .limit(20)
                    .forEach(record -> changed.add(newer(entry(record.id(), random, booked, people))));
            changed.forEach(record -> put(plain, record));
            List<UUID> gone = plain.values().stream()
                    .filter(record -> record.kind().equals(EntityKind.TIME_ENTRY))
                    .skip(100)
                    .limit(15)
                    .map(EntityRecord::id)
                    .toList();
            List<RecordRef> removed = gone.stream()
                    .map(id -> new RecordRef(EntityKind.TIME_ENTRY, id))
                    .toList();
            gone.forEach(plain::remove);
            store.replica().apply(new ChangePage("e", "c2", false, changed, removed));
            check(store, plain, people);
            bookHere(store, plain, tickets.getFirst());
            check(store, plain, people);
        }
    }

    /** An entry that was booked offline counts at once. */
    private static void bookHere(LocalStore store, Map<UUID, EntityRecord> plain, UUID ticket) throws Exception {
        UUID id = UUID.randomUUID();
        Map<String, Object> data = Map.of(
                "ticketId", ticket.toString(), "minutes", 77L, "billable", true, "startedAt", "2026-03-05T10:00:00Z");
        store.outbox()
                .commit(List.of(new Operation(
                        UUID.randomUUID(),
                        Operation.Type.CREATE,
                        EntityKind.TIME_ENTRY,
                        id,
                        0,
                        data.entrySet().stream()
                                .map(field -> new FieldChange(field.getKey(), null, field.getValue()))
                                .toList(),
                        List.of(),
                        Instant.EPOCH)));
        put(plain, record(EntityKind.TIME_ENTRY, id, data));
    }

    private static void check(LocalStore store, Map<UUID, EntityRecord> plain, List<UUID> people) throws Exception {
        Map<String, Long> work = new HashMap<>();
        for (WorkSum sum : store.work().work(BOUNDS)) {
            work.merge(
                    key(
                            sum.span(),
                            sum.company(),
                            sum.agreement(),
                            sum.origin().code(),
                            sum.assetKind().map(kind -> kind.code()).orElse(""),
                            sum.billable()),
                    sum.minutes(),
                    Long::sum);
        }
        Map<String, Long> expectedWork = new HashMap<>();
        Map<Origin, Long> mine = new HashMap<>();
        Map<UUID, Long> byAsset = new HashMap<>();
        Map<String, Long> byTag = new HashMap<>();
        for (EntityRecord entry : of(plain, EntityKind.TIME_ENTRY)) {
            int span = span(entry.fields().instant("startedAt").orElseThrow());
            if (span < 0) {
                continue;
            }
            Optional<EntityRecord> ticket =
                    entry.fields().uuid("ticketId").map(plain::get).filter(found -> found != null);
            Optional<UUID> asset = ticket.flatMap(found -> found.fields().uuid("assetId"));
            long minutes = entry.fields().number("minutes").orElseThrow();
            String origin = ticket.map(found -> found.fields().text("origin")).orElse("");
            expectedWork.merge(
                    key(
                            span,
                            ticket.flatMap(found -> found.fields().uuid("companyId")),
                            ticket.flatMap(found -> found.fields().uuid("agreementId")),
                            origin,
                            asset.map(plain::get)
                                    .map(found -> found.fields().text("kind"))
                                    .orElse(""),
                            entry.fields().flag("billable")),
                    minutes,
                    Long::sum);
            if (entry.fields().uuid("userId").equals(Optional.of(people.getFirst()))) {
                mine.merge(new Origin(origin), minutes, Long::sum);
            }
            asset.ifPresent(id -> byAsset.merge(id, minutes, Long::sum));
            ticket.ifPresent(found -> found.fields().texts("tags").stream()
                    .map(Folding::fold)
                    .distinct()
                    .forEach(tag -> byTag.merge(tag, minutes, Long::sum)));
        }
        assertEquals(expectedWork, work);
        assertEquals(mine, store.work().minutes(BOUNDS.getFirst(), BOUNDS.getLast(), Optional.of(people.getFirst())));
        assertEquals(
                byAsset,
                store.work().byAsset(BOUNDS.getFirst(), BOUNDS.getLast()).stream()
                        .filter(sum -> sum.minutes() > 0)
                        .collect(Collectors.toMap(AssetSum::asset, AssetSum::minutes)));
        Map<String, Long> causes = new HashMap<>();
        long[] causeTickets = new long[1];
        for (CauseSum sum : store.work().byCause(BOUNDS.getFirst(), BOUNDS.getLast())) {
            causeTickets[0] += sum.tickets();
            if (sum.minutes() > 0) {
                sum.tags().forEach(tag -> causes.merge(tag, sum.minutes(), Long::sum));
            }
        }
        assertEquals(byTag, causes);
        long expectedTickets = of(plain, EntityKind.TICKET).stream()
                .filter(ticket -> span(ticket.fields().instant("createdAt").orElseThrow()) >= 0)
                .count();
        assertEquals(expectedTickets, causeTickets[0]);
        assertEquals(
                expectedTickets,
                store.work().tickets(BOUNDS).stream()
                        .mapToLong(TicketSum::tickets)
                        .sum());
        for (String tag : byTag.keySet()) {
            WorkFilter filter = new WorkFilter(
                    BOUNDS.getFirst(),
                    BOUNDS.getLast(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(tag),
                    Optional.empty());
            assertEquals(
                    byTag.get(tag),
                    store.work().lines(filter, 10_000).stream()
                            .mapToLong(WorkLine::minutes)
                            .sum(),
                    "the entries behind the sum of " + tag);
        }
    }

    @Test
    void companiesAreCountedByTheirOpenTicketsAndAssetsAtRisk() throws Exception {
        UUID company = UUID.randomUUID();
        UUID soon = UUID.randomUUID();
        UUID over = UUID.randomUUID();
        UUID urgent = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        try (LocalStore store = LocalStore.open(temp.resolve("counted"), StoreFixture.KEY)) {
            StoreFixture.snapshot(
                    store,
                    "e",
                    "c",
                    record(EntityKind.COMPANY, company, Map.of("name", "Harbour Dental")),
                    record(EntityKind.ASSET, over, owned(company, "state", "in_use", "supportEndsOn", "2026-02-28")),
                    record(EntityKind.ASSET, soon, owned(company, "state", "in_use", "warrantyEndsOn", "2026-03-01")),
                    record(
                            EntityKind.ASSET,
                            UUID.randomUUID(),
                            owned(company, "state", "retired", "supportEndsOn", "2020-01-01")),
                    record(EntityKind.ASSET, UUID.randomUUID(), owned(company, "state", "in_use")),
                    record(
                            EntityKind.TICKET,
                            later,
                            owned(company, "status", "new", "resolutionDueAt", "2026-05-01T00:00:00Z")),
                    record(
                            EntityKind.TICKET,
                            urgent,
                            owned(company, "status", "in_progress", "resolutionDueAt", "2026-03-02T00:00:00Z")),
                    record(EntityKind.TICKET, UUID.randomUUID(), owned(company, "status", "closed")));
            LocalDate today = LocalDate.of(2026, 3, 1);
            assertEquals(
                    Map.of(company, new Counts(2, 3, 1, 1)), store.companies().counts(today, today.plusDays(90)));
            assertEquals(List.of(urgent, later), store.companies().openTickets(company, 10));
            assertEquals(List.of(over, soon), store.companies().assetsAtRisk(company, today.plusDays(90), 10));
            assertTrue(store.companies().openTickets(UUID.randomUUID(), 10).isEmpty());
        }
    }

    /** A file of the format before has records, but no rows to sum. */
    @Test
    void aFileFromBeforeIsBroughtForward() throws Exception {
        UUID ticket = UUID.randomUUID();
        try (LocalStore store = LocalStore.open(temp.resolve("old"), StoreFixture.KEY)) {
            StoreFixture.snapshot(
                    store,
                    "e",
                    "c",
                    record(
                            EntityKind.TICKET,
                            ticket,
                            Map.of("origin", "reactive", "createdAt", "2026-02-01T00:00:00Z")),
                    record(
                            EntityKind.TIME_ENTRY,
                            UUID.randomUUID(),
                            Map.of(
                                    "ticketId",
                                    ticket.toString(),
                                    "minutes",
                                    30L,
                                    "startedAt",
                                    "2026-02-01T00:00:00Z")));
        }
        Path file = temp.resolve("old").resolve("store.db");
        try (Session session = new CipherFile(file).openWriter(StoreFixture.KEY)) {
            Generation generation = new Meta(session).generation();
            session.execute("DROP TABLE " + generation.fact());
            session.execute("DROP TABLE " + generation.work());
            session.execute("DROP TABLE upload"); // what came after it
            session.execute("DROP TABLE text_change");
            session.execute("PRAGMA user_version = 4");
        }
        try (LocalStore store = LocalStore.open(temp.resolve("old"), StoreFixture.KEY)) {
            assertEquals(
                    Map.of(Origin.REACTIVE, 30L),
                    store.work().minutes(BOUNDS.getFirst(), BOUNDS.getLast(), Optional.empty()));
        }
    }

    private static Map<String, Object> owned(UUID company, String... fields) {
        Map<String, Object> data = new HashMap<>(Map.of("companyId", company.toString(), "name", "X"));
        for (int i = 0; i < fields.length; i += 2) {
            data.put(fields[i], fields[i + 1]);
        }
        return data;
    }

    private static EntityRecord ticket(
            UUID id, Random random, List<UUID> companies, List<UUID> agreements, List<UUID> assets) {
        Map<String, Object> data = new HashMap<>();
        data.put("subject", "S");
        data.put("type", random.nextBoolean() ? "incident" : "alert");
        data.put("origin", List.of("reactive", "proactive", "foretold").get(random.nextInt(3)));
        data.put("createdAt", moment(random).toString());
        perhaps(random, companies).ifPresent(company -> data.put("companyId", company));
        perhaps(random, agreements).ifPresent(agreement -> data.put("agreementId", agreement));
        perhaps(random, assets).ifPresent(asset -> data.put("assetId", asset));
        data.put("tags", List.of("VPN", "vpn", "Drück", "back up").subList(0, random.nextInt(5)));
        return record(EntityKind.TICKET, id, data);
    }

    private static EntityRecord entry(UUID id, Random random, List<UUID> tickets, List<UUID> people) {
        return record(
                EntityKind.TIME_ENTRY,
                id,
                Map.of(
                        "ticketId", tickets.get(random.nextInt(tickets.size())).toString(),
                        "userId", people.get(random.nextInt(people.size())).toString(),
                        "minutes", (long) (1 + random.nextInt(300)),
                        "billable", random.nextBoolean(),
                        "startedAt", moment(random).toString()));
    }

    /** Some before the first bound, some after the last, and some on a bound itself. */
    private static Instant moment(Random random) {
        return random.nextInt(10) == 0
                ? BOUNDS.get(random.nextInt(BOUNDS.size()))
                : FROM.minus(Duration.ofDays(20)).plus(Duration.ofMinutes(random.nextInt(220 * 24 * 60)));
    }

    private static Optional<String> perhaps(Random random, List<UUID> ids) {
        return random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(ids.get(random.nextInt(ids.size())).toString());
    }

    private static int span(Instant at) {
        for (int i = 0; i + 1 < BOUNDS.size(); i++) {
            if (!at.isBefore(BOUNDS.get(i)) && at.isBefore(BOUNDS.get(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private static String key(
            int span, Optional<UUID> company, Optional<UUID> agreement, String origin, String kind, boolean billable) {
        return span + "/" + company + "/" + agreement + "/" + origin + "/" + kind + "/" + billable;
    }

    private static List<EntityRecord> of(Map<UUID, EntityRecord> plain, EntityKind kind) {
        return plain.values().stream()
                .filter(record -> record.kind().equals(kind))
                .toList();
    }

    private static List<UUID> ids(Random random, int count) {
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(count)
                .toList();
    }

    private static void put(Map<UUID, EntityRecord> plain, EntityRecord record) {
        plain.put(record.id(), record);
    }

    private static EntityRecord record(EntityKind kind, UUID id, Map<String, Object> data) {
        return new EntityRecord(kind, id, 1, 1, new HashMap<>(data));
    }

    private static EntityRecord newer(EntityRecord record) {
        return new EntityRecord(record.kind(), record.id(), 2, 2, record.data());
    }
}
