package org.waystation.insight.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waystation.api.domain.Agreement;
import org.waystation.api.insight.EntryFilter;
import org.waystation.api.insight.InsightQuery;
import org.waystation.api.insight.WorkEntry;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.WorkIndex;
import org.waystation.store.WorkIndex.WorkFilter;
import org.waystation.store.WorkIndex.WorkLine;

/** Finds the time entries behind a sum. */
final class Entries {

    private final Records records;
    private final WorkIndex index;
    private final Clock clock;

    Entries(Records records, WorkIndex index, Clock clock) {
        this.records = records;
        this.index = index;
        this.clock = clock;
    }

    List<WorkEntry> read(InsightQuery query, EntryFilter filter, int limit) throws StoreException {
        YearMonth first = filter.month().orElse(query.first());
        YearMonth last = filter.month().orElse(query.last());
        ZoneId zone = clock.getZone();
        Instant from = first.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = last.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Optional<Set<UUID>> companies = companies(query, filter);
        if (companies.isPresent() && companies.get().isEmpty()) {
            return List.of();
        }
        return index
                .lines(
                        new WorkFilter(
                                from,
                                to,
                                companies.orElse(Set.of()),
                                filter.origin(),
                                filter.asset(),
                                filter.tag(),
                                filter.billable()),
                        limit)
                .stream()
                .map(Entries::entry)
                .toList();
    }

    /** Empty where everybody's count; none where nobody's do. */
    private Optional<Set<UUID>> companies(InsightQuery query, EntryFilter filter) throws StoreException {
        if (filter.company().isPresent()) {
            return Optional.of(Set.of(filter.company().get()));
        }
        if (query.scope().agreement().isEmpty()) {
            return query.scope().companies().isEmpty()
                    ? Optional.empty()
                    : Optional.of(query.scope().companies());
        }
        Agreements agreements = new Agreements(
                records.all(EntityKind.AGREEMENT).stream().map(Agreement::of).toList());
        LocalDate today = LocalDate.now(clock);
        Set<UUID> found = new HashSet<>();
        for (EntityRecord company : records.all(EntityKind.COMPANY)) {
            if (agreements
                    .of(company.id(), today)
                    .map(Agreement::kind)
                    .equals(query.scope().agreement())) {
                found.add(company.id());
            }
        }
        return Optional.of(found);
    }

    private static WorkEntry entry(WorkLine line) {
        return new WorkEntry(
                line.entry(),
                line.ticket(),
                line.number(),
                line.subject(),
                line.companyName(),
                line.origin(),
                line.startedAt(),
                line.minutes(),
                line.billable(),
                line.workerName());
    }
}
