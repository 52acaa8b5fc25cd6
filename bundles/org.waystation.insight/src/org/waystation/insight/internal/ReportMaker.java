package org.waystation.insight.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.insight.InsightQuery;
import org.waystation.api.insight.InsightReport;
import org.waystation.api.insight.InsightReport.Cause;
import org.waystation.api.insight.InsightReport.CompanyFigures;
import org.waystation.api.insight.InsightReport.LifeFigures;
import org.waystation.api.insight.InsightReport.Month;
import org.waystation.api.insight.InsightReport.NoisyAsset;
import org.waystation.api.insight.InsightScope;
import org.waystation.api.insight.PriceBasis;
import org.waystation.api.insight.WorkFigures;
import org.waystation.store.WorkIndex.AssetSum;

/** Makes a report of facts; the same facts make the same report. */
final class ReportMaker {

    private static final int SHOWN = 15;

    private final Facts facts;
    private final InsightQuery query;

    ReportMaker(Facts facts, InsightQuery query) {
        this.facts = facts;
        this.query = query;
    }

    InsightReport make(Instant computedAt) {
        FigureMaker maker = new FigureMaker(facts);
        List<Month> months = new ArrayList<>();
        Map<Optional<UUID>, WorkFigures> totals = new HashMap<>();
        YearMonth present = YearMonth.from(facts.today());
        boolean onlyPresent = !query.first().isBefore(present);
        WorkFigures total = WorkFigures.NONE;
        for (YearMonth month = query.first(); !month.isAfter(query.last()); month = month.plusMonths(1)) {
            boolean over = month.isBefore(present);
            WorkFigures sum = WorkFigures.NONE;
            for (Map.Entry<Optional<UUID>, WorkFigures> each : maker.of(month).entrySet()) {
                if (facts.within(query.scope(), each.getKey())) {
                    sum = sum.plus(each.getValue());
                    if (over || onlyPresent) {
                        totals.merge(each.getKey(), each.getValue(), WorkFigures::plus);
                    }
                }
            }
            months.add(new Month(month, over, sum));
            total = over || onlyPresent ? total.plus(sum) : total;
        }
        PriceBasis basis = new Prices(facts).basis(query.pricePerEndpoint());
        return new InsightReport(
                query,
                title(query.scope(), facts),
                months,
                total,
                life(),
                companies(totals),
                assets(),
                causes(),
                basis,
                new Switches(facts, basis)
                        .of(
                                query.scope(),
                                months.stream()
                                        .filter(Month::over)
                                        .map(Month::month)
                                        .toList()),
                computedAt);
    }

    static String title(InsightScope scope, Facts facts) {
        return title(scope, facts::name);
    }

    static String title(InsightScope scope, Function<Optional<UUID>, String> name) {
        if (scope.agreement().isPresent()) {
            AgreementKind kind = scope.agreement().get();
            return kind.label() + " companies";
        }
        return scope.companies().isEmpty()
                ? "All companies"
                : scope.company()
                        .map(company -> name.apply(Optional.of(company)))
                        .orElse(scope.companies().size() + " companies");
    }

    private LifeFigures life() {
        return facts.companies().keySet().stream()
                .filter(company -> facts.within(query.scope(), Optional.of(company)))
                .map(this::life)
                .reduce(LifeFigures.NONE, LifeFigures::plus);
    }

    private LifeFigures life(UUID company) {
        return Optional.ofNullable(facts.assets().get(company))
                .map(book -> book.life(facts.today()))
                .orElse(LifeFigures.NONE);
    }

    private List<CompanyFigures> companies(Map<Optional<UUID>, WorkFigures> totals) {
        return totals.entrySet().stream()
                .filter(each -> each.getKey().isPresent())
                .map(each -> {
                    UUID company = each.getKey().orElseThrow();
                    return new CompanyFigures(
                            company,
                            facts.name(each.getKey()),
                            facts.agreement(company),
                            facts.endpoints(company, query.last()),
                            each.getValue(),
                            life(company));
                })
                .sorted(Comparator.comparingLong(
                                (CompanyFigures each) -> -each.figures().reactiveMinutes())
                        .thenComparing(CompanyFigures::name))
                .toList();
    }

    private List<NoisyAsset> assets() {
        return facts.byAsset().stream()
                .filter(sum -> sum.tickets() > 0 && facts.within(query.scope(), sum.company()))
                .sorted(Comparator.comparingLong(AssetSum::tickets)
                        .thenComparingLong(AssetSum::minutes)
                        .reversed()
                        .thenComparing(AssetSum::asset))
                .limit(SHOWN)
                .map(sum -> new NoisyAsset(
                        sum.asset(),
                        sum.company()
                                .map(facts.assets()::get)
                                .flatMap(book -> book.name(sum.asset()))
                                .orElse(""),
                        facts.name(sum.company()),
                        sum.tickets(),
                        sum.minutes(),
                        sum.reactiveMinutes()))
                .toList();
    }

    private List<Cause> causes() {
        CauseMaker maker = new CauseMaker();
        facts.byCause().stream()
                .filter(sum -> facts.within(query.scope(), sum.company()))
                .forEach(maker::add);
        return maker.most(SHOWN);
    }
}
