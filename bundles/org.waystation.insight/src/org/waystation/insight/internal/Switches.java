package org.waystation.insight.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Money;
import org.waystation.api.insight.InsightScope;
import org.waystation.api.insight.PriceBasis;
import org.waystation.api.insight.SwitchCase;
import org.waystation.api.insight.SwitchCase.Line;
import org.waystation.api.insight.SwitchCase.Verdict;
import org.waystation.store.WorkIndex.WorkSum;

/** Which companies that pay for each repair would be better off managed. */
final class Switches {

    private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);
    private static final int PENNIES = 2;

    private final Facts facts;
    private final PriceBasis basis;
    private final Map<UUID, Map<YearMonth, Long>> billable = new HashMap<>();

    Switches(Facts facts, PriceBasis basis) {
        this.facts = facts;
        this.basis = basis;
        for (SpanSums sums : facts.spans()) {
            for (WorkSum work : sums.work()) {
                if (work.billable() && work.company().isPresent()) {
                    billable.computeIfAbsent(work.company().get(), absent -> new HashMap<>())
                            .merge(sums.span().month(), work.minutes(), Long::sum);
                }
            }
        }
    }

    /** @param months those that are over */
    List<SwitchCase> of(InsightScope scope, List<YearMonth> months) {
        return facts.companies().keySet().stream()
                .filter(company -> facts.within(scope, Optional.of(company)))
                .filter(company -> facts.agreement(company)
                        .map(AgreementKind.BREAK_FIX::equals)
                        .orElse(true))
                .map(company -> of(company, months))
                .sorted(Comparator.comparing((SwitchCase each) -> each.saved().isEmpty())
                        .thenComparing(each -> each.saved().orElse(BigDecimal.ZERO), Comparator.reverseOrder())
                        .thenComparing(SwitchCase::name))
                .toList();
    }

    private SwitchCase of(UUID company, List<YearMonth> months) {
        Optional<Money> rate = facts.agreements().of(company, facts.today()).flatMap(Agreement::hourlyRate);
        boolean comparable = rate.isEmpty()
                || basis.price().isEmpty()
                || rate.get().currency().equals(basis.price().get().currency());
        List<Line> lines = new ArrayList<>();
        for (YearMonth month : months) {
            long minutes = billable.getOrDefault(company, Map.of()).getOrDefault(month, 0L);
            int endpoints = facts.endpoints(company, month);
            lines.add(new Line(
                    month,
                    minutes,
                    rate.map(each -> each.amount()
                            .multiply(BigDecimal.valueOf(minutes))
                            .divide(MINUTES_OF_HOUR, PENNIES, RoundingMode.HALF_UP)),
                    endpoints,
                    basis.price()
                            .filter(price -> comparable)
                            .map(price -> price.amount()
                                    .multiply(BigDecimal.valueOf(endpoints))
                                    .setScale(PENNIES, RoundingMode.HALF_UP))));
        }
        Optional<BigDecimal> paid = sum(lines, Line::paid);
        Optional<BigDecimal> fee = sum(lines, Line::fee);
        String reason = reason(rate, comparable, lines);
        Verdict verdict = !reason.isEmpty()
                ? Verdict.UNDECIDED
                : paid.orElseThrow().compareTo(fee.orElseThrow()) > 0
                        ? Verdict.BETTER_MANAGED
                        : Verdict.BETTER_AS_IT_IS;
        return new SwitchCase(company, facts.name(Optional.of(company)), rate, lines, paid, fee, verdict, reason);
    }

    private String reason(Optional<Money> rate, boolean comparable, List<Line> lines) {
        if (lines.isEmpty()) {
            return "No month is over yet.";
        }
        if (rate.isEmpty()) {
            return "No hourly rate is agreed.";
        }
        if (basis.price().isEmpty()) {
            return "No managed agreement tells a price; give one.";
        }
        if (!comparable) {
            return "The rate is in " + rate.get().currency() + ", the price in "
                    + basis.price().get().currency() + ".";
        }
        return lines.stream().allMatch(line -> line.endpoints() == 0) ? "No endpoints are known." : "";
    }

    /** Empty where one of the parts is. */
    private static Optional<BigDecimal> sum(List<Line> lines, Function<Line, Optional<BigDecimal>> part) {
        Optional<BigDecimal> sum = lines.isEmpty() ? Optional.empty() : Optional.of(BigDecimal.ZERO);
        for (Line line : lines) {
            sum = sum.flatMap(before -> part.apply(line).map(before::add));
        }
        return sum;
    }
}
