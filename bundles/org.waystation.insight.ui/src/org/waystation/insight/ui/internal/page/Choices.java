package org.waystation.insight.ui.internal.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.waystation.api.profile.SealedState;
import org.waystation.insight.ui.internal.Desk;

/**
 * What the technician chose for all insights, found again after a restart.
 *
 * @param price of an endpoint and month; empty takes the provider's own agreements
 */
record Choices(int months, Optional<BigDecimal> price) {

    private static final String KEY = "org.waystation.insight.ui.choices";
    private static final int YEAR = 12;

    static Choices usual() {
        return new Choices(YEAR, Optional.empty());
    }

    static void load(Desk desk, Consumer<Choices> then) {
        Optional<SealedState> sealed = desk.sealed().get();
        if (sealed.isEmpty()) {
            then.accept(usual());
            return;
        }
        sealed.get()
                .get(KEY)
                .whenComplete((text, failure) -> desk.ui()
                        .execute(() -> then.accept(
                                failure == null ? text.map(Choices::parse).orElseGet(Choices::usual) : usual())));
    }

    void keep(Desk desk) {
        desk.sealed()
                .get()
                .ifPresent(state -> state.put(
                        KEY, months + ";" + price.map(BigDecimal::toPlainString).orElse("")));
    }

    static Choices parse(String text) {
        String[] parts = text.split(";", 2);
        try {
            int months = Math.clamp(Integer.parseInt(parts[0]), 1, 36);
            return new Choices(
                    months,
                    parts.length < 2 || parts[1].isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(parts[1])));
        } catch (NumberFormatException e) {
            return usual();
        }
    }

    /** Reads an amount as people write it; empty where it is none, and where it is below 0. */
    static Optional<BigDecimal> amount(String typed) {
        try {
            return Optional.of(new BigDecimal(typed.strip().replace(",", "")))
                    .filter(amount -> amount.signum() >= 0 && amount.precision() < 12);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
