package org.waystation.insight.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.waystation.api.domain.Money;

/** Figures as a written report says them. */
final class Words {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final double MINUTES_OF_HOUR = 60;

    private Words() {}

    static String month(YearMonth month) {
        return month.format(MONTH);
    }

    /** Hours with one decimal. */
    static String hours(long minutes) {
        return String.format(Locale.ENGLISH, "%,.1f", minutes / MINUTES_OF_HOUR);
    }

    static String percent(OptionalDouble share) {
        return share.isEmpty() ? "–" : Math.round(share.getAsDouble() * 100) + " %";
    }

    static String ratio(OptionalDouble ratio) {
        return ratio.isEmpty() ? "–" : String.format(Locale.ENGLISH, "%.2f", ratio.getAsDouble());
    }

    static String amount(Optional<BigDecimal> amount) {
        return amount.map(value -> String.format(Locale.ENGLISH, "%,.2f", value.setScale(2, RoundingMode.HALF_UP)))
                .orElse("–");
    }

    static String money(Optional<Money> money) {
        return money.map(value -> amount(Optional.of(value.amount())) + " " + value.currency())
                .orElse("–");
    }
}
