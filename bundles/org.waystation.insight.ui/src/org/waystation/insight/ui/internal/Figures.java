package org.waystation.insight.ui.internal;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Money;

/** Figures as the screen says them. */
public final class Figures {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter JANUARY = DateTimeFormatter.ofPattern("MMM ’yy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final double MINUTES_OF_HOUR = 60;
    private static final String NONE = "–";

    private Figures() {}

    public static String month(YearMonth month) {
        return month.format(MONTH);
    }

    /** The year stands with January only. */
    public static String shortMonth(YearMonth month) {
        return month.format(month.getMonthValue() == 1 ? JANUARY : SHORT);
    }

    public static double inHours(long minutes) {
        return minutes / MINUTES_OF_HOUR;
    }

    public static String hours(long minutes) {
        return String.format(Locale.ENGLISH, "%,.1f", inHours(minutes));
    }

    public static String percent(OptionalDouble share) {
        return share.isEmpty() ? NONE : Math.round(share.getAsDouble() * 100) + " %";
    }

    public static String ratio(OptionalDouble ratio) {
        return ratio.isEmpty() ? NONE : String.format(Locale.ENGLISH, "%.2f", ratio.getAsDouble());
    }

    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    public static String amount(Optional<BigDecimal> amount) {
        return amount.map(value -> String.format(Locale.ENGLISH, "%,.2f", value))
                .orElse(NONE);
    }

    public static String money(Optional<Money> money) {
        return money.map(value -> amount(Optional.of(value.amount())) + " " + value.currency())
                .orElse(NONE);
    }

    public static String agreement(Optional<AgreementKind> kind) {
        return kind.map(AgreementKind::label).orElse("No agreement");
    }
}
