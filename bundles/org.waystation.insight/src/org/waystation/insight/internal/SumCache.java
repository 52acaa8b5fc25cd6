package org.waystation.insight.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waystation.store.StoreException;
import org.waystation.store.WorkIndex;
import org.waystation.store.WorkIndex.AssetSum;
import org.waystation.store.WorkIndex.CauseSum;
import org.waystation.store.WorkIndex.TicketSum;
import org.waystation.store.WorkIndex.WorkSum;

/** Keeps the sums of each span, so that after a change only those spans are summed again that it may concern. */
final class SumCache {

    /** A period with what only whole periods are summed by. */
    private record Period(Instant from, Instant to) {}

    private final WorkIndex index;
    private final ZoneId zone;
    private final Map<Span, SpanSums> sums = new HashMap<>();
    private final Map<Period, List<AssetSum>> assets = new HashMap<>();
    private final Map<Period, List<CauseSum>> causes = new HashMap<>();

    SumCache(WorkIndex index, ZoneId zone) {
        this.index = index;
        this.zone = zone;
    }

    /** How many of the spans have to be summed. */
    synchronized long missing(List<Span> spans) {
        return spans.stream().filter(span -> !sums.containsKey(span)).count();
    }

    synchronized boolean empty() {
        return sums.isEmpty();
    }

    /** The sums of spans that follow each other without a gap. */
    synchronized List<SpanSums> of(List<Span> spans) throws StoreException {
        int first = 0;
        int last = spans.size() - 1;
        while (first <= last && sums.containsKey(spans.get(first))) {
            first++;
        }
        while (last >= first && sums.containsKey(spans.get(last))) {
            last--;
        }
        if (first <= last) {
            sum(spans.subList(first, last + 1));
        }
        return spans.stream().map(sums::get).toList();
    }

    private void sum(List<Span> spans) throws StoreException {
        List<Instant> bounds =
                new ArrayList<>(spans.stream().map(span -> span.start(zone)).toList());
        bounds.add(spans.getLast().end(zone));
        Map<Integer, List<WorkSum>> work = bySpan(index.work(bounds), WorkSum::span);
        Map<Integer, List<TicketSum>> tickets = bySpan(index.tickets(bounds), TicketSum::span);
        for (int i = 0; i < spans.size(); i++) {
            sums.put(
                    spans.get(i),
                    new SpanSums(spans.get(i), work.getOrDefault(i, List.of()), tickets.getOrDefault(i, List.of())));
        }
    }

    private static <T> Map<Integer, List<T>> bySpan(List<T> all, Function<T, Integer> span) {
        return all.stream().collect(Collectors.groupingBy(span));
    }

    synchronized List<AssetSum> byAsset(Instant from, Instant to) throws StoreException {
        Period period = new Period(from, to);
        List<AssetSum> held = assets.get(period);
        if (held == null) {
            held = index.byAsset(from, to);
            assets.clear(); // only the period on screen is worth its memory
            assets.put(period, held);
        }
        return held;
    }

    synchronized List<CauseSum> byCause(Instant from, Instant to) throws StoreException {
        Period period = new Period(from, to);
        List<CauseSum> held = causes.get(period);
        if (held == null) {
            held = index.byCause(from, to);
            causes.clear();
            causes.put(period, held);
        }
        return held;
    }

    /** What was done from this moment on may have changed. */
    synchronized void forgetFrom(Instant from) {
        sums.keySet().removeIf(span -> span.end(zone).isAfter(from));
        assets.keySet().removeIf(period -> period.to().isAfter(from));
        causes.keySet().removeIf(period -> period.to().isAfter(from));
    }
}
