package org.waystation.api.insight;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Money;

/**
 * A company that pays for each repair, and what it would have paid under a managed agreement over the same months.
 *
 * @param rate what an hour costs; empty where none was agreed
 * @param months those of the query that are over
 * @param paid hours times rate; empty without a rate
 * @param fee endpoints times price for each month; empty without a price in the same currency
 * @param verdict what follows
 * @param reason why nothing follows, in words; empty else
 */
public record SwitchCase(
        UUID company,
        String name,
        Optional<Money> rate,
        List<Line> months,
        Optional<BigDecimal> paid,
        Optional<BigDecimal> fee,
        Verdict verdict,
        String reason) {

    public SwitchCase {
        months = List.copyOf(months);
    }

    /** What follows from the sums. */
    public enum Verdict {
        BETTER_MANAGED,
        BETTER_AS_IT_IS,
        UNDECIDED
    }

    /**
     * One month.
     *
     * @param billableMinutes of the entries that are billable
     */
    public record Line(
            YearMonth month,
            long billableMinutes,
            Optional<BigDecimal> paid,
            int endpoints,
            Optional<BigDecimal> fee) {}

    /** What the agreement would have saved; negative where it would have cost more. */
    public Optional<BigDecimal> saved() {
        return paid.flatMap(spent -> fee.map(spent::subtract));
    }
}
