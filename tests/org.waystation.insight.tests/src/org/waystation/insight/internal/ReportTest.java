package org.waystation.insight.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.insight.EntryFilter;
import org.waystation.api.insight.InsightQuery;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightReport.Month;
import org.waystation.api.insight.InsightScope;
import org.waystation.api.insight.SwitchCase;
import org.waystation.api.insight.SwitchCase.Verdict;
import org.waystation.api.insight.WorkEntry;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;
import org.waystation.api.sync.ServerSession;

/** Reports against sums that a plain loop over the records takes. */
class ReportTest {

    private static final YearMonth LAST = YearMonth.from(World.TODAY);

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> everySumIsThatOfTheRecords() {
        return LongStream.rangeClosed(1, 12)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
    }

    private void compare(long seed) throws Exception {
        Random random = new Random(seed);
        try (World world = new World(temp.resolve("w" + seed))) {
            world.generate(random);
            world.load();
            LocalInsightService service = world.service();
            checkAll(world, service);
            world.change(() -> {
                for (EntityRecord ticket : world.of(EntityKind.TICKET).subList(0, 15)) {
                    Map<String, Object> data = new HashMap<>(ticket.data());
                    data.put("origin", "proactive");
                    world.put(EntityKind.TICKET, ticket.id(), flat(data));
                }
                EntityRecord asset = world.of(EntityKind.ASSET).getFirst();
                Map<String, Object> data = new HashMap<>(asset.data());
                data.put("kind", "laptop");
                data.put("state", "in_use");
                world.put(EntityKind.ASSET, asset.id(), flat(data));
                world.add(
                        EntityKind.TIME_ENTRY,
                        "ticketId",
                        world.of(EntityKind.TICKET).getLast().id(),
                        "minutes",
                        33L,
                        "billable",
                        true,
                        "startedAt",
                        "2026-11-17T12:00:00Z");
            });
            checkAll(world, service); // the same service, with what it kept
        }
    }

    private static Object[] flat(Map<String, Object> data) {
        List<Object> flat = new ArrayList<>();
        data.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return flat.toArray();
    }

    private static void checkAll(World world, LocalInsightService service) throws Exception {
        List<InsightScope> scopes = new ArrayList<>(List.of(
                InsightScope.all(),
                InsightScope.of(AgreementKind.MANAGED),
                InsightScope.of(AgreementKind.BREAK_FIX),
                InsightScope.of(AgreementKind.BLOCK_HOURS)));
        List<EntityRecord> companies = world.of(EntityKind.COMPANY);
        companies.forEach(company -> scopes.add(InsightScope.of(company.id())));
        scopes.add(new InsightScope(
                Optional.empty(), Set.of(companies.get(0).id(), companies.get(3).id())));
        for (InsightScope scope : scopes) {
            check(world, service, new InsightQuery(scope, LAST, 12, Optional.empty()));
        }
    }

    private static void check(World world, LocalInsightService service, InsightQuery query) throws Exception {
        InsightReport report = service.report(query).toCompletableFuture().get();
        Plain plain = new Plain(world, query.scope());
        assertEquals(12, report.months().size());
        long reactive = 0;
        for (Month month : report.months()) {
            String where = query.scope() + " " + month.month();
            Plain.Sums sums = plain.month(month.month());
            assertEquals(
                    sums.minutes.getOrDefault("reactive", 0L), month.figures().reactiveMinutes(), where);
            assertEquals(
                    sums.minutes.getOrDefault("proactive", 0L), month.figures().proactiveMinutes(), where);
            assertEquals(
                    sums.minutes.getOrDefault("mystery", 0L), month.figures().otherMinutes(), where);
            assertEquals(
                    sums.tickets.getOrDefault("reactive", 0L), month.figures().reactiveTickets(), where);
            assertEquals(
                    sums.tickets.getOrDefault("proactive", 0L), month.figures().proactiveTickets(), where);
            assertEquals(sums.covered(), month.figures().coveredMinutes(), where + " covered");
            assertEquals(plain.endpoints(month.month()), month.figures().endpointMonths(), where + " endpoints");
            assertEquals(month.month().isBefore(LAST), month.over());
            reactive += month.over() ? month.figures().reactiveMinutes() : 0;
            long behind =
                    service
                            .entries(query, EntryFilter.any().in(month.month()), 10_000)
                            .toCompletableFuture()
                            .get()
                            .stream()
                            .mapToLong(WorkEntry::minutes)
                            .sum();
            assertEquals(month.figures().minutes(), behind, where + ": the entries behind it");
        }
        assertEquals(reactive, report.total().reactiveMinutes());
        for (SwitchCase each : report.switches()) {
            BigDecimal paid = BigDecimal.ZERO;
            for (SwitchCase.Line line : each.months()) {
                long billable = plain.billable(each.company(), line.month());
                assertEquals(billable, line.billableMinutes());
                if (each.rate().isPresent()) {
                    BigDecimal spent = each.rate()
                            .get()
                            .amount()
                            .multiply(new BigDecimal(billable))
                            .divide(new BigDecimal(60), 2, RoundingMode.HALF_UP);
                    paid = paid.add(spent);
                }
            }
            assertEquals(each.rate().map(rate -> 1), each.paid().map(sum -> 1));
            if (each.paid().isPresent()) {
                assertEquals(0, paid.compareTo(each.paid().get()));
            }
        }
    }

    /** What the definitions say, one record at a time. */
    private static final class Plain {

        private final World world;
        private final Set<UUID> within;
        private final boolean all;

        Plain(World world, InsightScope scope) {
            this.world = world;
            this.all = scope.equals(InsightScope.all());
            this.within = new HashSet<>(scope.companies());
            scope.agreement()
                    .ifPresent(kind -> world.of(EntityKind.AGREEMENT).stream()
                            .map(EntityRecord::fields)
                            .filter(fields -> fields.text("kind").equals(kind.code()) && inForce(fields, World.TODAY))
                            .forEach(fields ->
                                    within.add(fields.uuid("companyId").orElseThrow())));
        }

        private static final class Sums {
            private final Map<String, Long> minutes = new HashMap<>();
            private final Map<String, Long> tickets = new HashMap<>();
            private final Map<EntityRecord, Long> blocks = new HashMap<>();
            private long managed;

            long covered() {
                return managed
                        + blocks.entrySet().stream()
                                .mapToLong(block -> Math.min(
                                        block.getValue(),
                                        60
                                                * block.getKey()
                                                        .fields()
                                                        .number("hoursPerMonth")
                                                        .orElseThrow()))
                                .sum();
            }
        }

        private boolean counts(EntityRecord ticket) {
            return all
                    || ticket.fields().uuid("companyId").map(within::contains).orElse(false);
        }

        Sums month(YearMonth month) {
            Sums sums = new Sums();
            for (EntityRecord ticket : world.of(EntityKind.TICKET)) {
                Instant made = ticket.fields().instant("createdAt").orElseThrow();
                if (counts(ticket) && YearMonth.from(made.atZone(World.ZONE)).equals(month)) {
                    sums.tickets.merge(ticket.fields().text("origin"), 1L, Long::sum);
                }
            }
            for (EntityRecord entry : world.of(EntityKind.TIME_ENTRY)) {
                LocalDate day = entry.fields()
                        .instant("startedAt")
                        .orElseThrow()
                        .atZone(World.ZONE)
                        .toLocalDate();
                EntityRecord ticket =
                        world.records.get(entry.fields().uuid("ticketId").orElseThrow());
                if (counts(ticket) && YearMonth.from(day).equals(month)) {
                    long minutes = entry.fields().number("minutes").orElseThrow();
                    sums.minutes.merge(ticket.fields().text("origin"), minutes, Long::sum);
                    cover(sums, ticket, day, minutes, entry.fields().flag("billable"));
                }
            }
            return sums;
        }

        private void cover(Sums sums, EntityRecord ticket, LocalDate day, long minutes, boolean billable) {
            EntityRecord agreement =
                    ticket.fields().uuid("agreementId").map(world.records::get).orElse(null);
            if (agreement == null || !inForce(agreement.fields(), day)) {
                return;
            }
            List<String> kinds = agreement.fields().texts("coveredKinds");
            String kind = ticket.fields()
                    .uuid("assetId")
                    .map(world.records::get)
                    .map(asset -> asset.fields().text("kind"))
                    .orElse("");
            if (!kinds.isEmpty() && !kinds.contains(kind)) {
                return;
            }
            switch (agreement.fields().text("kind")) {
                case "managed" -> sums.managed += billable ? 0 : minutes;
                case "block_hours" -> sums.blocks.merge(agreement, minutes, Long::sum);
                default -> assertEquals("break_fix", agreement.fields().text("kind"));
            }
        }

        private static boolean inForce(Fields agreement, LocalDate day) {
            return !day.isBefore(agreement.date("startsOn").orElse(LocalDate.MIN))
                    && !day.isAfter(agreement.date("endsOn").orElse(LocalDate.MAX));
        }

        long endpoints(YearMonth month) {
            long sum = 0;
            for (EntityRecord company : world.of(EntityKind.COMPANY)) {
                if (!all && !within.contains(company.id())) {
                    continue;
                }
                boolean any = false;
                long count = 0;
                for (EntityRecord asset : world.of(EntityKind.ASSET)) {
                    Fields fields = asset.fields();
                    if (fields.uuid("companyId").equals(Optional.of(company.id()))
                            && Set.of("server", "laptop", "workstation").contains(fields.text("kind"))) {
                        any = true;
                        boolean bought = !fields.date("purchasedOn")
                                .orElse(LocalDate.MIN)
                                .isAfter(month.atEndOfMonth());
                        boolean used = fields.text("state").equals("in_use")
                                || fields.text("state").equals("retired")
                                        && fields.date("retiredOn")
                                                .orElse(LocalDate.MIN)
                                                .isAfter(month.atEndOfMonth());
                        count += bought && used ? 1 : 0;
                    }
                }
                sum += any ? count : company.fields().number("endpoints").orElseThrow();
            }
            return sum;
        }

        long billable(UUID company, YearMonth month) {
            long sum = 0;
            for (EntityRecord entry : world.of(EntityKind.TIME_ENTRY)) {
                EntityRecord ticket =
                        world.records.get(entry.fields().uuid("ticketId").orElseThrow());
                Instant began = entry.fields().instant("startedAt").orElseThrow();
                if (entry.fields().flag("billable")
                        && ticket.fields().uuid("companyId").equals(Optional.of(company))
                        && YearMonth.from(began.atZone(World.ZONE)).equals(month)) {
                    sum += entry.fields().number("minutes").orElseThrow();
                }
            }
            return sum;
        }
    }

    @Test
    void aCompanyThatPaysMoreByTheHourIsBetterOffManaged() throws Exception {
        try (World world = new World(temp.resolve("switch"))) {
            UUID managed = world.add(EntityKind.COMPANY, "name", "Managed", "endpoints", 10L);
            UUID dear = world.add(EntityKind.COMPANY, "name", "Dear", "endpoints", 2L);
            UUID cheap = world.add(EntityKind.COMPANY, "name", "Cheap", "endpoints", 2L);
            UUID foreign = world.add(EntityKind.COMPANY, "name", "Foreign", "endpoints", 2L);
            world.add(EntityKind.COMPANY, "name", "Without", "endpoints", 2L);
            world.add(
                    EntityKind.AGREEMENT,
                    "companyId",
                    managed,
                    "kind",
                    "managed",
                    "monthlyFee",
                    World.money("300.00", "GBP"));
            for (UUID company : List.of(dear, cheap, foreign)) {
                UUID agreement = world.add(
                        EntityKind.AGREEMENT,
                        "companyId",
                        company,
                        "kind",
                        "break_fix",
                        "hourlyRate",
                        World.money("90.00", company.equals(foreign) ? "EUR" : "GBP"));
                UUID ticket = world.add(
                        EntityKind.TICKET, "companyId", company, "agreementId", agreement, "origin", "reactive");
                world.add(
                        EntityKind.TIME_ENTRY,
                        "ticketId",
                        ticket,
                        "minutes",
                        company.equals(dear) ? 100L : 20L,
                        "billable",
                        true,
                        "startedAt",
                        "2026-10-12T12:00:00Z");
            }
            world.load();
            InsightQuery query = new InsightQuery(InsightScope.all(), LAST, 2, Optional.empty());
            InsightReport report =
                    world.service().report(query).toCompletableFuture().get();
            assertEquals(
                    Optional.of(new BigDecimal("30.00")), report.price().price().map(price -> price.amount()));
            Map<String, SwitchCase> cases = new HashMap<>();
            report.switches().forEach(each -> cases.put(each.name(), each));
            assertEquals(Set.of("Dear", "Cheap", "Foreign", "Without"), cases.keySet());
            assertEquals("Dear", report.switches().getFirst().name(), "who saves most comes first");
            // 100 minutes at 90.00 are 150.00; 2 endpoints at 30.00 are 60.00.
            assertEquals(Optional.of(new BigDecimal("90.00")), cases.get("Dear").saved());
            assertEquals(Verdict.BETTER_MANAGED, cases.get("Dear").verdict());
            assertEquals(
                    Optional.of(new BigDecimal("-30.00")), cases.get("Cheap").saved());
            assertEquals(Verdict.BETTER_AS_IT_IS, cases.get("Cheap").verdict());
            assertEquals(
                    "The rate is in EUR, the price in GBP.",
                    cases.get("Foreign").reason());
            assertEquals("No hourly rate is agreed.", cases.get("Without").reason());
            assertEquals(Verdict.UNDECIDED, cases.get("Without").verdict());
            InsightReport dearer = world.service()
                    .report(query.withPrice(Optional.of(new BigDecimal("80"))))
                    .toCompletableFuture()
                    .get();
            assertTrue(dearer.price().assumed());
            assertTrue(dearer.switches().stream().noneMatch(each -> each.verdict() == Verdict.BETTER_MANAGED));
        }
    }

    @Test
    void aSummingThatIsCancelledEndsAndCanBeAskedForAgain() throws Exception {
        try (World world = new World(temp.resolve("cancelled"))) {
            world.generate(new Random(7));
            world.load();
            LocalInsightService service = world.service();
            InsightQuery query = new InsightQuery(InsightScope.all(), LAST, 12, Optional.empty());
            world.cancelled = true;
            ExecutionException ended = assertThrows(
                    ExecutionException.class,
                    () -> service.report(query)
                            .thenApply(report -> report)
                            .toCompletableFuture()
                            .get());
            assertInstanceOf(CancellationException.class, ended.getCause());
            world.cancelled = false;
            checkAll(world, service);
        }
    }

    @Test
    void withoutAnyDataThereIsAnEmptyReport() throws Exception {
        try (World world = new World(temp.resolve("empty"))) {
            world.load();
            InsightReport report = world.service()
                    .report(new InsightQuery(InsightScope.all(), LAST, 12, Optional.empty()))
                    .toCompletableFuture()
                    .get();
            assertTrue(report.empty());
            assertEquals(12, report.months().size());
            assertTrue(report.total().proactiveShare().isEmpty());
            assertTrue(report.total().reactiveHoursPerEndpoint().isEmpty());
            assertTrue(report.price().price().isEmpty());
            assertEquals(
                    Optional.empty(),
                    world.service().week().toCompletableFuture().get());
        }
    }

    @Test
    void theWeekBeginsOnMondayWhereTheTechnicianIs() throws Exception {
        try (World world = new World(temp.resolve("week"))) {
            UUID me = world.add(EntityKind.USER, "name", "Robin");
            UUID alert = world.add(EntityKind.TICKET, "origin", "proactive");
            UUID call = world.add(EntityKind.TICKET, "origin", "reactive");
            // Monday 16 November begins at 03:30 UTC in St. John's.
            world.add(
                    EntityKind.TIME_ENTRY,
                    "ticketId",
                    call,
                    "userId",
                    me,
                    "minutes",
                    50L,
                    "startedAt",
                    "2026-11-16T03:29:00Z");
            world.add(
                    EntityKind.TIME_ENTRY,
                    "ticketId",
                    alert,
                    "userId",
                    me,
                    "minutes",
                    30L,
                    "startedAt",
                    "2026-11-16T03:30:00Z");
            world.add(
                    EntityKind.TIME_ENTRY,
                    "ticketId",
                    call,
                    "userId",
                    me,
                    "minutes",
                    10L,
                    "startedAt",
                    "2026-11-18T09:00:00Z");
            world.add(EntityKind.TIME_ENTRY, "ticketId", call, "minutes", 200L, "startedAt", "2026-11-17T09:00:00Z");
            world.load();
            world.store()
                    .replica()
                    .saveSession(
                            new ServerSession(me, "Robin", "P", "e", Instant.EPOCH, Optional.empty(), "technician"));
            var week = world.service().week().toCompletableFuture().get().orElseThrow();
            assertEquals(0.75, week.mine().proactiveShare().orElseThrow());
            assertEquals(240, week.everybodys().minutes());
        }
    }

    @Test
    void aReportOnScreenFollowsTheWork() throws Exception {
        try (World world = new World(temp.resolve("live"))) {
            world.generate(new Random(99));
            world.load();
            List<InsightReport> seen = new ArrayList<>();
            LocalInsightService service = world.service();
            InsightQuery query = new InsightQuery(InsightScope.all(), LAST, 3, Optional.empty());
            LiveValue live = service.follow(query, Runnable::run, report -> report.ifPresent(seen::add));
            long before = seen.getLast().months().getLast().figures().minutes();
            UUID ticket = world.of(EntityKind.TICKET).getFirst().id();
            world.change(() -> world.add(
                    EntityKind.TIME_ENTRY, "ticketId", ticket, "minutes", 60L, "startedAt", "2026-11-18T10:00:00Z"));
            assertEquals(
                    before + 60, seen.getLast().months().getLast().figures().minutes());
            int times = seen.size();
            world.change(() -> world.add(EntityKind.ARTICLE, "title", "Not counted"));
            assertEquals(times, seen.size(), "what does not count is not summed again");
            live.close();
            world.change(() -> world.add(EntityKind.TICKET, "origin", "reactive"));
            assertEquals(times, seen.size());
        }
    }

    @Test
    void aScopeIsFoundAgainByItsId() throws Exception {
        try (World world = new World(temp.resolve("ids"))) {
            LocalInsightService service = world.service();
            UUID company = UUID.randomUUID();
            for (InsightScope scope :
                    List.of(InsightScope.all(), InsightScope.of(AgreementKind.BREAK_FIX), InsightScope.of(company))) {
                assertEquals(scope, service.scope(service.id(scope)));
                assertEquals(scope, InsightScope.parse(scope.toString()));
            }
            assertNotEquals(service.id(InsightScope.all()), service.id(InsightScope.of(AgreementKind.MANAGED)));
            assertFalse(InsightScope.parse("nonsense").company().isPresent());
        }
    }
}
