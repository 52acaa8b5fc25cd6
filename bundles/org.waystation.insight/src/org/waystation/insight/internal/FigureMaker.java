package org.waystation.insight.internal;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Origin;
import org.waystation.api.insight.WorkFigures;
import org.waystation.store.WorkIndex.TicketSum;
import org.waystation.store.WorkIndex.WorkSum;

/** Figures of each company in each month; every other sum of a report is a sum over these. */
final class FigureMaker {

    private final Facts facts;
    private final Map<YearMonth, List<SpanSums>> months;
    private final Cover cover;

    FigureMaker(Facts facts) {
        this.facts = facts;
        this.months = facts.byMonth();
        this.cover = new Cover(facts.agreements());
    }

    /** By company; what no known company has is under empty. */
    Map<Optional<UUID>, WorkFigures> of(YearMonth month) {
        List<SpanSums> spans = months.getOrDefault(month, List.of());
        Map<Optional<UUID>, WorkFigures> figures = new HashMap<>();
        for (SpanSums sums : spans) {
            sums.work().forEach(work -> figures.merge(known(work.company()), figures(work), WorkFigures::plus));
            sums.tickets().forEach(made -> figures.merge(known(made.company()), figures(made), WorkFigures::plus));
        }
        cover.ofMonth(spans)
                .forEach((company, minutes) -> figures.merge(
                        known(company), new WorkFigures(0, 0, 0, 0, 0, 0, minutes, 0), WorkFigures::plus));
        facts.companies().keySet().forEach(company -> {
            int endpoints = facts.endpoints(company, month);
            if (endpoints > 0) {
                figures.merge(Optional.of(company), new WorkFigures(0, 0, 0, 0, 0, 0, 0, endpoints), WorkFigures::plus);
            }
        });
        return figures;
    }

    private Optional<UUID> known(Optional<UUID> company) {
        return company.filter(facts.companies()::containsKey);
    }

    private static WorkFigures figures(WorkSum work) {
        boolean reactive = work.origin().equals(Origin.REACTIVE);
        boolean proactive = work.origin().equals(Origin.PROACTIVE);
        return new WorkFigures(
                reactive ? work.minutes() : 0,
                proactive ? work.minutes() : 0,
                reactive || proactive ? 0 : work.minutes(),
                0,
                0,
                0,
                0,
                0);
    }

    private static WorkFigures figures(TicketSum made) {
        boolean reactive = made.origin().equals(Origin.REACTIVE);
        boolean proactive = made.origin().equals(Origin.PROACTIVE);
        return new WorkFigures(
                0,
                0,
                0,
                reactive ? made.tickets() : 0,
                proactive ? made.tickets() : 0,
                reactive || proactive ? 0 : made.tickets(),
                0,
                0);
    }
}
