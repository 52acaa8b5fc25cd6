package org.waystation.api.domain;

import java.math.BigDecimal;
import java.util.Optional;
import org.waystation.api.record.Fields;

/**
 * An amount of money. On the wire the amount is a text such as {@code 1299.00}, so that no reader rounds it.
 *
 * @param currency ISO 4217, such as {@code GBP}
 */
public record Money(BigDecimal amount, String currency) {

    /** The money in a field; empty where the field is missing or null. */
    public static Optional<Money> of(Fields fields, String name) {
        return fields.object(name)
                .map(money -> new Money(money.decimal("amount").orElse(BigDecimal.ZERO), money.text("currency")));
    }
}
