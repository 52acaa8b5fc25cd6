package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waystation.api.insight.InsightQuery;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightScope;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.work.WorkProgress;
import org.waystation.api.work.WorkService;
import org.waystation.api.work.WorkService.WorkBody;
import org.waystation.insight.internal.LocalInsightService;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.edit.Me;
import org.waystation.store.live.Background;

/**
 * How long an insight into all companies takes over as many tickets as the reference data has, with 20,000 assets and time
 * booked on each ticket: the first time, which the screen shows with progress and can be cancelled, and from then on.
 */
final class InsightBench {

    private static final int ASSETS = 20_000;
    private static final int BATCH = 1_000;
    private static final int MONTHS = 12;
    private static final double GOAL_MILLIS = 1_000;
    private static final Instant BEGIN = Instant.parse("2024-12-01T00:00:00Z");
    private static final YearMonth LAST = YearMonth.of(2026, 1);
    private static final int SECONDS = 36_000_000;

    private final BenchTickets world = new BenchTickets();
    private final Random random = new Random(20260303);
    private final int tickets;

    InsightBench(int tickets) {
        this.tickets = tickets;
    }

    List<Figure> measure(Path scratch) throws IOException {
        try (LocalStore store = LocalStore.open(scratch.resolve("store"), new byte[32])) {
            fill(store);
            store.awaitQuiet();
            List<Figure> figures = new ArrayList<>();
            Background here = new Background(Runnable::run, Runnable::run, (after, work) -> work.run());
            LocalInsightService insight = new LocalInsightService(
                    store.records(), store.work(), new Me(store.replica()), here, new WorkHere());
            InsightQuery all = new InsightQuery(InsightScope.all(), LAST, MONTHS, Optional.empty());
            figures.add(within("insight, 12 months of all companies, first time", () -> insight.report(all)));
            figures.add(within("insight, the same again", () -> insight.report(all)));
            figures.add(within(
                    "insight, one company, first time",
                    () -> insight.report(all.withScope(InsightScope.of(new UUID(11, 7))))));
            figures.add(within("insight, 24 months instead", () -> insight.report(all.withMonths(2 * MONTHS))));
            return figures;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Figure within(String what, Callable<CompletionStage<InsightReport>> work) throws Exception {
        long begin = System.nanoTime();
        InsightReport report = work.call().toCompletableFuture().join();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (report.empty()) {
            throw new IllegalStateException("Nothing was summed up: " + what);
        }
        return new Figure(what, millis, "ms", GOAL_MILLIS, false, Double.NaN);
    }

    private void fill(LocalStore store) throws IOException {
        try (SnapshotWriter writer = store.replica().beginSnapshot("bench")) {
            writer.write(world.beside());
            List<EntityRecord> batch = new ArrayList<>();
            for (int i = 0; i < ASSETS; i++) {
                batch.add(asset(i));
            }
            for (int number = 1; number <= tickets; number++) {
                Instant at = BEGIN.plusSeconds(random.nextInt(SECONDS));
                EntityRecord ticket = world.ticket(number);
                Map<String, Object> fields = new HashMap<>(ticket.data());
                fields.put("createdAt", at.toString());
                fields.put("assetId", new UUID(15, random.nextInt(ASSETS)).toString());
                batch.add(new EntityRecord(EntityKind.TICKET, ticket.id(), 1, 1, fields));
                batch.add(entry(number, ticket.id(), at));
                if (batch.size() >= BATCH || number == tickets) {
                    writer.write(List.copyOf(batch));
                    batch.clear();
                }
            }
            writer.complete("cursor");
        }
    }

    private EntityRecord asset(int number) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", "PC-" + number);
        fields.put("kind", number % 10 == 0 ? "server" : "workstation");
        fields.put("state", "in_use");
        fields.put("companyId", new UUID(11, number % BenchTickets.COMPANIES).toString());
        fields.put("purchasedOn", "2023-05-01");
        fields.put("warrantyEndsOn", number % 3 == 0 ? "2025-05-01" : "2027-05-01");
        return new EntityRecord(EntityKind.ASSET, new UUID(15, number), 1, 1, fields);
    }

    private EntityRecord entry(int number, UUID ticket, Instant at) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("ticketId", ticket.toString());
        fields.put(
                "userId", BenchTickets.user(random.nextInt(BenchTickets.USERS)).toString());
        fields.put("minutes", 5 + random.nextInt(90));
        fields.put("workType", "remote");
        fields.put("billable", random.nextBoolean());
        fields.put("startedAt", at.plusSeconds(random.nextInt(86_400)).toString());
        return new EntityRecord(EntityKind.TIME_ENTRY, new UUID(16, number), 1, 1, fields);
    }

    /** Work on the thread of whoever starts it. */
    private static final class WorkHere implements WorkService {
        @Override
        public <T> CompletionStage<T> start(String owner, String title, WorkBody<T> body) {
            try {
                return CompletableFuture.completedFuture(body.run(new WorkProgress() {
                    @Override
                    public boolean cancelled() {
                        return false;
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
}
