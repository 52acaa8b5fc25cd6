package org.waystation.api.insight;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Money;

/**
 * What a managed agreement costs for an endpoint and month.
 *
 * @param price empty where there is nothing to take it from
 * @param assumed whether the technician gave it; else it is the median of the parts
 * @param parts the managed agreements in force that cover every kind of asset, cheapest endpoint first
 */
public record PriceBasis(Optional<Money> price, boolean assumed, List<Part> parts) {

    public PriceBasis {
        parts = List.copyOf(parts);
    }

    /** @param perEndpoint fee through endpoints, to the penny */
    public record Part(UUID company, String name, Money monthlyFee, int endpoints, BigDecimal perEndpoint) {}
}
