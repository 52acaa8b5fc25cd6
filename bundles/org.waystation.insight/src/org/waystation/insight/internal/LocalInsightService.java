package org.waystation.insight.internal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Origin;
import org.waystation.api.insight.EntryFilter;
import org.waystation.api.insight.InsightQuery;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightScope;
import org.waystation.api.insight.InsightService;
import org.waystation.api.insight.WeekShare;
import org.waystation.api.insight.WorkEntry;
import org.waystation.api.insight.WorkFigures;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.work.WorkProgress;
import org.waystation.api.work.WorkService;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.WorkIndex;
import org.waystation.store.edit.Me;
import org.waystation.store.live.Background;

/** Insight over the local store. */
@Component(service = InsightService.class)
public final class LocalInsightService implements InsightService {

    private static final String OWNER = "org.waystation.insight";

    private static final WorkProgress UNWATCHED = new WorkProgress() {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void at(long done, long total) {
            // nobody waits long enough to look
        }
    };

    private final Records records;
    private final WorkIndex index;
    private final Me me;
    private final Background background;
    private final WorkService work;
    private final Clock clock;
    private final FactReader reader;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AutoCloseable commits;

    @Activate
    public LocalInsightService(
            @Reference Records records,
            @Reference WorkIndex index,
            @Reference Me me,
            @Reference Background background,
            @Reference WorkService work) {
        this(records, index, me, background, work, Clock.systemDefaultZone());
    }

    /** @param clock says what day it is, and in which zone months are counted */
    LocalInsightService(Records records, WorkIndex index, Me me, Background background, WorkService work, Clock clock) {
        this.records = records;
        this.index = index;
        this.me = me;
        this.background = background;
        this.work = work;
        this.clock = clock;
        SumCache sums = new SumCache(index, clock.getZone());
        this.reader = new FactReader(records, sums, clock);
        Changes changes = new Changes(records, sums, reader);
        this.commits = records.onCommit(commit -> {
            if (changes.committed(commit)) {
                listeners.forEach(Runnable::run);
            }
        });
    }

    @Deactivate
    void close() throws Exception {
        commits.close();
    }

    @Override
    public UUID id(InsightScope scope) {
        return scope.company().orElseGet(() -> named(scope.agreement()));
    }

    private static UUID named(Optional<AgreementKind> agreement) {
        return UUID.nameUUIDFromBytes(
                ("insight:" + agreement.map(AgreementKind::code).orElse("")).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public InsightScope scope(UUID id) {
        if (id.equals(named(Optional.empty()))) {
            return InsightScope.all();
        }
        return AgreementKind.KNOWN.stream()
                .filter(kind -> id.equals(named(Optional.of(kind))))
                .map(InsightScope::of)
                .findFirst()
                .orElseGet(() -> InsightScope.of(id));
    }

    @Override
    public CompletionStage<String> title(InsightScope scope) {
        return background.read(() -> {
            Optional<String> company = scope.company().isPresent()
                    ? records.find(new RecordRef(
                                    EntityKind.COMPANY, scope.company().get()))
                            .map(record -> Company.of(record).name())
                    : Optional.empty();
            return ReportMaker.title(scope, ignored -> company.orElse("A company that is not held here"));
        });
    }

    @Override
    public CompletionStage<InsightReport> report(InsightQuery query) {
        return background
                .read(() -> reader.warm(query))
                .thenCompose(warm -> warm
                        ? background.read(() -> make(query, UNWATCHED))
                        : work.start(OWNER, "Summing up work", progress -> make(query, progress)));
    }

    private InsightReport make(InsightQuery query, WorkProgress progress) throws StoreException {
        return new ReportMaker(reader.read(query, progress), query).make(clock.instant());
    }

    @Override
    public LiveValue follow(InsightQuery query, Executor deliverOn, Consumer<Optional<InsightReport>> subscriber) {
        FollowedReport followed = new FollowedReport(() -> report(query), background, deliverOn, subscriber);
        Runnable listener = followed::ask;
        listeners.add(listener);
        followed.onClose(() -> listeners.remove(listener));
        followed.ask();
        return followed;
    }

    @Override
    public CompletionStage<List<WorkEntry>> entries(InsightQuery query, EntryFilter filter, int limit) {
        return background.read(() -> new Entries(records, index, clock).read(query, filter, limit));
    }

    @Override
    public CompletionStage<Optional<WeekShare>> week() {
        return background.read(() -> {
            Optional<UUID> user = me.id();
            if (user.isEmpty()) {
                return Optional.empty();
            }
            LocalDate monday = reader.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            Instant from = monday.atStartOfDay(clock.getZone()).toInstant();
            Instant to = monday.plusWeeks(1).atStartOfDay(clock.getZone()).toInstant();
            return Optional.of(new WeekShare(
                    figures(index.minutes(from, to, user)), figures(index.minutes(from, to, Optional.empty()))));
        });
    }

    private static WorkFigures figures(Map<Origin, Long> minutes) {
        long reactive = minutes.getOrDefault(Origin.REACTIVE, 0L);
        long proactive = minutes.getOrDefault(Origin.PROACTIVE, 0L);
        long all = minutes.values().stream().mapToLong(Long::longValue).sum();
        return new WorkFigures(reactive, proactive, all - reactive - proactive, 0, 0, 0, 0, 0);
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<Void> write(InsightReport report, Form form, OutputStream out) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        work.start(OWNER, "Writing " + report.title() + " as " + form, progress -> {
                    switch (form) {
                        case PDF -> new PdfReport(report, clock.getZone()).write(out);
                        case CSV -> new CsvReport(report).write(out);
                    }
                    return true;
                })
                .whenComplete((written, failure) -> {
                    if (failure == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
        return done;
    }
}
