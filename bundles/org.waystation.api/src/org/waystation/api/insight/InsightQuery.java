package org.waystation.api.insight;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What is asked.
 *
 * @param last the last month looked at; the present one is not over yet and is left out of averages
 * @param months how many months, 1 to {@value #MONTHS_MAX}
 * @param pricePerEndpoint what a managed agreement is assumed to cost for an endpoint and month; empty takes the
 *     provider's own managed agreements
 */
public record InsightQuery(InsightScope scope, YearMonth last, int months, Optional<BigDecimal> pricePerEndpoint) {

    public static final int MONTHS_MAX = 36;

    public InsightQuery {
        if (months < 1 || months > MONTHS_MAX) {
            throw new IllegalArgumentException("months: 1 to " + MONTHS_MAX);
        }
    }

    public YearMonth first() {
        return last.minusMonths(months - 1L);
    }

    public InsightQuery withScope(InsightScope newScope) {
        return new InsightQuery(newScope, last, months, pricePerEndpoint);
    }

    public InsightQuery withMonths(int newMonths) {
        return new InsightQuery(scope, last, newMonths, pricePerEndpoint);
    }

    public InsightQuery withPrice(Optional<BigDecimal> price) {
        return new InsightQuery(scope, last, months, price);
    }
}
