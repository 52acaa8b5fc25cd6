package org.waystation.insight.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.insight.InsightQuery;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.MalformedRecordException;
import org.waystation.api.work.WorkProgress;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** Reads what a report is made from, and keeps what is costly to read again. */
final class FactReader {

    /** So many spans are summed again without a word, as after an entry was booked. */
    private static final int FEW = 2;

    private final Records records;
    private final SumCache sums;
    private final Clock clock;
    private final Map<UUID, AssetBook> books = new ConcurrentHashMap<>();

    FactReader(Records records, SumCache sums, Clock clock) {
        this.records = records;
        this.sums = sums;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Whether a report can be had without a long wait. */
    boolean warm(InsightQuery query) throws StoreException {
        return sums.missing(spans(query, agreements())) <= FEW && !books.isEmpty();
    }

    Facts read(InsightQuery query, WorkProgress progress) throws StoreException {
        Map<UUID, Company> companies = readable(records.all(EntityKind.COMPANY), Company::of).stream()
                .collect(Collectors.toMap(Company::id, Function.identity()));
        Agreements agreements = agreements();
        List<Span> spans = spans(query, agreements);
        long total = companies.size() + 3L;
        long done = 0;
        Map<UUID, AssetBook> assets = new HashMap<>();
        for (Company company : companies.values()) {
            assets.put(company.id(), book(company));
            step(progress, ++done, total);
        }
        List<SpanSums> found = sums.of(spans);
        step(progress, ++done, total);
        var from = spans.getFirst().start(clock.getZone());
        var to = spans.getLast().end(clock.getZone());
        var byAsset = sums.byAsset(from, to);
        step(progress, ++done, total);
        var byCause = sums.byCause(from, to);
        step(progress, ++done, total);
        return new Facts(today(), companies, agreements, assets, found, byAsset, byCause);
    }

    private static void step(WorkProgress progress, long done, long total) {
        progress.at(done, total);
        if (progress.cancelled()) {
            throw new CancellationException("The summing was cancelled.");
        }
    }

    private Agreements agreements() throws StoreException {
        return new Agreements(readable(records.all(EntityKind.AGREEMENT), Agreement::of));
    }

    private static List<Span> spans(InsightQuery query, Agreements agreements) {
        YearMonth first = query.first();
        return Span.of(first, query.last(), agreements.cuts());
    }

    private AssetBook book(Company company) throws StoreException {
        AssetBook held = books.get(company.id());
        if (held == null) {
            held = new AssetBook(
                    company, readable(records.referring(EntityKind.ASSET, "companyId", company.id()), Asset::of));
            books.put(company.id(), held);
        }
        return held;
    }

    /** Without those that no list can show either. */
    private static <T> List<T> readable(List<EntityRecord> records, Function<EntityRecord, T> read) {
        List<T> found = new ArrayList<>();
        for (EntityRecord record : records) {
            try {
                found.add(read.apply(record));
            } catch (MalformedRecordException e) {
                continue; // kept and synced, but it counts nowhere
            }
        }
        return found;
    }

    void forgetAssets(UUID company) {
        books.remove(company);
    }

    void forgetAssets() {
        books.clear();
    }
}
