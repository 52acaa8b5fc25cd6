package org.waystation.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.Origin;
import org.waystation.api.domain.TicketType;
import org.waystation.store.StoreException;
import org.waystation.store.WorkIndex;

/** Sums within SQLite, so that only the sums cross over to Java. */
@Component(service = WorkIndex.class)
public final class StoredWorkIndex implements WorkIndex {

    private final Database database;

    @Activate
    public StoredWorkIndex(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<WorkSum> work(List<Instant> bounds) throws StoreException {
        return database.read(snapshot -> {
            Generation generation = snapshot.generation();
            return snapshot.session()
                    .list(
                            "SELECT s.span, c.id, g.id, s.origin, s.kind, s.billable, s.minutes, s.entries FROM (SELECT "
                                    + span("w.started", bounds)
                                    + " AS span, f.company AS company, f.agreement AS agreement, f.origin AS origin, "
                                    + "a.kind AS kind, w.billable AS billable, sum(w.minutes) AS minutes, "
                                    + "count(*) AS entries FROM " + generation.work() + " AS w LEFT JOIN "
                                    + generation.fact() + " AS f ON f.id = w.ticket LEFT JOIN " + generation.record()
                                    + " AS r ON r.id = f.asset LEFT JOIN " + generation.asset()
                                    + " AS a ON a.rowkey = r.rowkey WHERE w.started >= ? AND w.started < ? "
                                    + "GROUP BY 1, 2, 3, 4, 5, 6) AS s" + labels(generation),
                            StoredWorkIndex::workSum,
                            values(bounds));
        });
    }

    @Override
    public List<TicketSum> tickets(List<Instant> bounds) throws StoreException {
        return database.read(snapshot -> {
            Generation generation = snapshot.generation();
            return snapshot.session()
                    .list(
                            "SELECT s.span, c.id, g.id, s.origin, s.tickets FROM (SELECT " + span("f.created", bounds)
                                    + " AS span, f.company AS company, f.agreement AS agreement, f.origin AS origin, "
                                    + "count(*) AS tickets FROM " + generation.fact()
                                    + " AS f WHERE f.created >= ? AND f.created < ? GROUP BY 1, 2, 3, 4) AS s"
                                    + labels(generation),
                            row -> new TicketSum(
                                    row.getInt(1),
                                    id(row.getBytes(2)),
                                    id(row.getBytes(3)),
                                    new Origin(Words.ORIGIN.code(row.getObject(4))),
                                    row.getLong(5)),
                            values(bounds));
        });
    }

    /** How many of the inner bounds were reached, which is the number of the span. */
    private static String span(String column, List<Instant> bounds) {
        Stream<String> reached = bounds.subList(1, bounds.size() - 1).stream()
                .map(bound -> "(" + column + " >= " + bound.toEpochMilli() + ")");
        return Stream.concat(Stream.of("0"), reached).collect(Collectors.joining(" + "));
    }

    private static @Nullable Object[] values(List<Instant> bounds) {
        return new Object[] {bounds.getFirst().toEpochMilli(), bounds.getLast().toEpochMilli()};
    }

    private static String labels(Generation generation) {
        return " LEFT JOIN " + generation.label() + " AS c ON c.key = s.company LEFT JOIN " + generation.label()
                + " AS g ON g.key = s.agreement";
    }

    private static WorkSum workSum(ResultSet row) throws SQLException {
        Object kind = row.getObject(5);
        return new WorkSum(
                row.getInt(1),
                id(row.getBytes(2)),
                id(row.getBytes(3)),
                new Origin(Words.ORIGIN.code(row.getObject(4))),
                kind == null ? Optional.empty() : Optional.of(new AssetKind(Words.ASSET_KIND.code(kind))),
                row.getInt(6) != 0,
                row.getLong(7),
                row.getLong(8));
    }

    @Override
    public List<AssetSum> byAsset(Instant from, Instant to) throws StoreException {
        return database.read(snapshot -> {
            Generation generation = snapshot.generation();
            Map<UUID, AssetSum> sums = new HashMap<>();
            snapshot.session()
                    .list(
                            "SELECT s.asset, c.id, s.tickets, 0, 0 FROM (SELECT asset, max(company) AS company, "
                                    + "count(*) AS tickets FROM " + generation.fact()
                                    + " WHERE created >= ? AND created < ? AND asset IS NOT NULL GROUP BY asset) AS s "
                                    + "LEFT JOIN " + generation.label() + " AS c ON c.key = s.company",
                            row -> add(sums, row),
                            from.toEpochMilli(),
                            to.toEpochMilli());
            snapshot.session()
                    .list(
                            "SELECT s.asset, c.id, 0, s.minutes, s.reactive FROM (SELECT f.asset AS asset, "
                                    + "max(f.company) AS company, sum(w.minutes) AS minutes, "
                                    + "sum(w.minutes * (f.origin = 0)) AS reactive FROM " + generation.work()
                                    + " AS w JOIN " + generation.fact()
                                    + " AS f ON f.id = w.ticket WHERE w.started >= ? AND w.started < ? "
                                    + "AND f.asset IS NOT NULL GROUP BY f.asset) AS s LEFT JOIN " + generation.label()
                                    + " AS c ON c.key = s.company",
                            row -> add(sums, row),
                            from.toEpochMilli(),
                            to.toEpochMilli());
            return List.copyOf(sums.values());
        });
    }

    private static AssetSum add(Map<UUID, AssetSum> sums, ResultSet row) throws SQLException {
        AssetSum sum = new AssetSum(
                Ids.uuid(row.getBytes(1)), id(row.getBytes(2)), row.getLong(3), row.getLong(4), row.getLong(5));
        sums.merge(
                sum.asset(),
                sum,
                (a, b) -> new AssetSum(
                        a.asset(),
                        a.company(),
                        a.tickets() + b.tickets(),
                        a.minutes() + b.minutes(),
                        a.reactiveMinutes() + b.reactiveMinutes()));
        return sum;
    }

    @Override
    public List<CauseSum> byCause(Instant from, Instant to) throws StoreException {
        return database.read(snapshot -> {
            Generation generation = snapshot.generation();
            Map<List<Object>, CauseSum> sums = new LinkedHashMap<>();
            snapshot.session()
                    .list(
                            "SELECT c.id, s.type, s.tags, s.tickets, 0, 0, s.assets FROM (SELECT company, type, tags, "
                                    + "count(*) AS tickets, count(DISTINCT asset) AS assets FROM " + generation.fact()
                                    + " WHERE created >= ? AND created < ? GROUP BY 1, 2, 3) AS s LEFT JOIN "
                                    + generation.label() + " AS c ON c.key = s.company",
                            row -> addCause(sums, row),
                            from.toEpochMilli(),
                            to.toEpochMilli());
            snapshot.session()
                    .list(
                            "SELECT c.id, s.type, s.tags, 0, s.minutes, s.reactive, 0 FROM (SELECT f.company AS company, "
                                    + "f.type AS type, f.tags AS tags, sum(w.minutes) AS minutes, "
                                    + "sum(w.minutes * (f.origin = 0)) AS reactive FROM " + generation.work()
                                    + " AS w JOIN " + generation.fact() + " AS f ON f.id = w.ticket "
                                    + "WHERE w.started >= ? AND w.started < ? GROUP BY 1, 2, 3) AS s LEFT JOIN "
                                    + generation.label() + " AS c ON c.key = s.company",
                            row -> addCause(sums, row),
                            from.toEpochMilli(),
                            to.toEpochMilli());
            return List.copyOf(sums.values());
        });
    }

    private static CauseSum addCause(Map<List<Object>, CauseSum> sums, ResultSet row) throws SQLException {
        String tags = row.getString(3);
        CauseSum sum = new CauseSum(
                id(row.getBytes(1)),
                new TicketType(Words.TYPE.code(row.getObject(2))),
                tags.isEmpty() ? List.of() : Arrays.asList(tags.split(FactProjection.TAG_END)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
        sums.merge(
                List.of(sum.company(), sum.type(), sum.tags()),
                sum,
                (a, b) -> new CauseSum(
                        a.company(),
                        a.type(),
                        a.tags(),
                        a.tickets() + b.tickets(),
                        a.minutes() + b.minutes(),
                        a.reactiveMinutes() + b.reactiveMinutes(),
                        a.assets() + b.assets()));
        return sum;
    }

    @Override
    public Map<Origin, Long> minutes(Instant from, Instant to, Optional<UUID> worker) throws StoreException {
        return database.read(snapshot -> {
            List<Object> values = new ArrayList<>(List.of(from.toEpochMilli(), to.toEpochMilli()));
            worker.ifPresent(id -> values.add(Ids.bytes(id)));
            Map<Origin, Long> minutes = new HashMap<>();
            snapshot.session()
                    .list(
                            "SELECT f.origin, sum(w.minutes) FROM "
                                    + snapshot.generation().work() + " AS w LEFT JOIN "
                                    + snapshot.generation().fact() + " AS f ON f.id = w.ticket WHERE w.started >= ? "
                                    + "AND w.started < ?" + (worker.isPresent() ? " AND w.worker = ?" : "")
                                    + " GROUP BY 1",
                            row -> minutes.merge(
                                    new Origin(Words.ORIGIN.code(row.getObject(1))), row.getLong(2), Long::sum),
                            values.toArray());
            return minutes;
        });
    }

    @Override
    public List<WorkLine> lines(WorkFilter filter, int limit) throws StoreException {
        return database.read(snapshot -> new WorkLines(snapshot).read(filter, limit));
    }

    static Optional<UUID> id(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(Ids::uuid);
    }
}
