package org.waystation.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.search.TextQuery;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.api.tickets.TicketColumn;
import org.waystation.api.tickets.TicketFilter;
import org.waystation.api.tickets.TicketQuery;
import org.waystation.store.LocalStore;
import org.waystation.store.Replica.SnapshotWriter;
import org.waystation.store.RowOrder;
import org.waystation.store.TicketIndex;

/** The store alone over many tickets: filling, saving, tables and search, beside raw work on the same kind of file. */
final class StoreBench {

    private static final double NO_CALIBRATION = Double.NaN;
    private static final int RAW_ROWS = 200_000;
    private static final int TICKETS_TO_A_NOTE = 4;
    private static final int PAGE = 60;
    private static final Optional<UUID> ME = Optional.of(BenchTickets.user(1));
    private static final List<String> FILTERS = List.of(
            "",
            "assignee:me status:open",
            "status:open",
            "company:company",
            "assignee:me",
            "priority:p1",
            "origin:proactive status:closed",
            "backup");

    private final int tickets;
    private final BenchTickets world = new BenchTickets();
    private long records;
    private final List<Figure> figures = new ArrayList<>();

    /** A call of the store. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    StoreBench(int tickets) {
        this.tickets = tickets;
    }

    /** @param search whether to measure search; else saving and tables */
    List<Figure> measure(boolean search, Path scratch) throws IOException {
        try (PeakHeap heap = new PeakHeap();
                RawStore raw = new RawStore(scratch.resolve("raw.db"));
                LocalStore store = LocalStore.open(scratch.resolve("store"), new byte[32])) {
            double rawRate = raw.insert(RAW_ROWS);
            double rate = fill(store);
            figures.add(new Figure(
                    "store.fill, raw inserts for each of ours",
                    rawRate / rate,
                    "times",
                    1 / 0.6,
                    false,
                    NO_CALIBRATION));
            figures.add(new Figure("store.fill, time for 1,000 records", 1e6 / rate, "ms", 100, false, 1e6 / rawRate));
            if (search) {
                index(store);
                search("tickets alone", text -> store.tickets().search(text, 20, ME));
                search(
                        "all kinds, ranked",
                        text -> store.text().search(new TextQuery(text, Set.of(), 20), () -> false));
            } else {
                save(store, raw);
                tables(store.tickets());
            }
            figures.add(new Figure("heap, at most", heap.megabytes(), "MB", 256, false, NO_CALIBRATION));
            return figures;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private double fill(LocalStore store) throws IOException {
        long begin = System.nanoTime();
        try (SnapshotWriter writer = store.replica().beginSnapshot("bench")) {
            writer.write(world.beside());
            List<EntityRecord> batch = new ArrayList<>();
            for (int number = 1; number <= tickets; number++) {
                batch.add(world.ticket(number));
                if (number % TICKETS_TO_A_NOTE == 0) {
                    batch.add(world.note(number));
                }
                if (batch.size() >= 1_000 || number == tickets) {
                    records += batch.size();
                    writer.write(List.copyOf(batch));
                    batch.clear();
                }
            }
            writer.complete("cursor");
        }
        return records / ((System.nanoTime() - begin) / 1e9);
    }

    private void save(LocalStore store, RawStore raw) throws IOException, SQLException {
        double[] ours = new double[300];
        double[] plain = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            plain[i] = raw.save();
            Operation change = change(i);
            ours[i] = millis(() -> store.outbox().commit(List.of(change)));
        }
        figures.add(new Figure("store.save p95", percentile(ours, 95), "ms", 10, false, percentile(plain, 95)));
    }

    private Operation change(int number) {
        return new Operation(
                new UUID(13, number),
                Operation.Type.UPDATE,
                EntityKind.TICKET,
                new UUID(12, 1L + world.below(tickets)),
                1,
                List.of(new FieldChange("priority", "p3", "p2")),
                List.of(),
                Instant.EPOCH);
    }

    private void tables(TicketIndex index) throws IOException {
        TicketQuery mine = TicketQuery.myQueue();
        TicketQuery all = mine.withFilter(TicketFilter.all()).sortedBy(TicketColumn.UPDATED, true);
        time("table.open, my queue", 150, 20, () -> index.first(mine, ME, PAGE));
        time("table.open, all tickets", 150, 20, () -> index.first(all, ME, PAGE));
        RowOrder keys = index.keys(all, ME);
        time("table.jump, anywhere among all", 100, 200, () -> {
            int from = world.below(keys.size() - PAGE);
            index.rows(keys, from, from + PAGE, ME);
        });
        time(
                "table.positions, all tickets by subject",
                1_000,
                3,
                () -> index.keys(all.sortedBy(TicketColumn.SUBJECT, false), ME));
        typed(index);
        List<Double> changes = new ArrayList<>();
        String worst = "";
        double most = 0;
        for (String filter : FILTERS) {
            for (TicketColumn sort : TicketColumn.values()) {
                for (Optional<TicketColumn> group : groups()) {
                    TicketQuery query = new TicketQuery(TicketFilter.parse(filter), sort, false, group);
                    double took = Math.min(
                            millis(() -> index.first(query, ME, PAGE)), millis(() -> index.first(query, ME, PAGE)));
                    changes.add(took);
                    if (took > most) {
                        most = took;
                        worst = "“" + filter + "” by " + sort
                                + group.map(g -> " in groups of " + g).orElse("");
                    }
                }
            }
        }
        double[] took = changes.stream().mapToDouble(Double::doubleValue).toArray();
        figures.add(new Figure(
                "table.change of sort, filter or group, p95", percentile(took, 95), "ms", 200, false, NO_CALIBRATION));
        figures.add(new Figure("table.change, worst: " + worst, most, "ms", 200, false, NO_CALIBRATION));
    }

    /** The filter with each letter of common words, by what lists are sorted by most. */
    private void typed(TicketIndex index) throws IOException {
        List<Double> took = new ArrayList<>();
        String worst = "";
        double most = 0;
        for (String word : BenchTickets.COMMON) {
            for (int length = 1; length <= word.length(); length++) {
                for (TicketColumn sort : List.of(TicketColumn.SLA_DUE, TicketColumn.UPDATED)) {
                    String text = word.substring(0, length);
                    TicketQuery query = new TicketQuery(TicketFilter.parse(text), sort, false, Optional.empty());
                    double millis = millis(() -> index.first(query, ME, PAGE));
                    took.add(millis);
                    if (millis > most) {
                        most = millis;
                        worst = text + " by " + sort;
                    }
                }
            }
        }
        double[] all = took.stream().mapToDouble(Double::doubleValue).toArray();
        figures.add(new Figure("table.filter as one types, p95", percentile(all, 95), "ms", 80, false, NO_CALIBRATION));
        figures.add(Figure.told("table.filter as one types, worst: " + worst, most, "ms"));
    }

    private static List<Optional<TicketColumn>> groups() {
        return List.of(
                Optional.empty(),
                Optional.of(TicketColumn.STATUS),
                Optional.of(TicketColumn.COMPANY),
                Optional.of(TicketColumn.ORIGIN));
    }

    /** In the background of a real start; here alone, for how long it takes. */
    private void index(LocalStore store) throws IOException {
        long begin = System.nanoTime();
        try {
            store.awaitIndexed();
        } catch (Exception e) {
            throw new IOException(e);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        figures.add(Figure.told("search.records indexed in the background", records / seconds, "records/s"));
    }

    /** Answers what was typed. */
    @FunctionalInterface
    private interface Search {
        Object find(String text) throws IOException;
    }

    private void search(String what, Search search) throws IOException {
        double[] typed = new double[400];
        for (int i = 0; i < typed.length; i++) {
            String text = world.typed();
            typed[i] = millis(() -> search.find(text));
        }
        String name = "search." + what + ", ";
        figures.add(new Figure(name + "as typed p50", percentile(typed, 50), "ms", 50, false, NO_CALIBRATION));
        figures.add(new Figure(name + "as typed p95", percentile(typed, 95), "ms", 50, false, NO_CALIBRATION));
        double most = 0;
        String worst = "";
        for (String word : BenchTickets.COMMON) {
            for (String text : List.of(word, word.substring(0, 2), word.substring(0, 1))) {
                double took = Math.min(millis(() -> search.find(text)), millis(() -> search.find(text)));
                if (took > most) {
                    most = took;
                    worst = text;
                }
            }
        }
        figures.add(new Figure(name + "worst common word: " + worst, most, "ms", 150, false, NO_CALIBRATION));
    }

    private void time(String figure, double goal, int times, Work work) throws IOException {
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            took[i] = millis(work);
        }
        figures.add(new Figure(figure + ", p95", percentile(took, 95), "ms", goal, false, NO_CALIBRATION));
    }

    private static double millis(Work work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** A folder that is gone afterwards. */
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
