package org.waystation.api.insight;

import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.Origin;

/**
 * Which time entries stand behind a sum; what is empty means any.
 *
 * @param month one of the query's months
 * @param company one of the query's companies
 * @param tag folded, as in {@link InsightReport.Cause}
 */
public record EntryFilter(
        Optional<YearMonth> month,
        Optional<UUID> company,
        Optional<Origin> origin,
        Optional<UUID> asset,
        Optional<String> tag,
        Optional<Boolean> billable) {

    public static EntryFilter any() {
        return new EntryFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public EntryFilter in(YearMonth newMonth) {
        return new EntryFilter(Optional.of(newMonth), company, origin, asset, tag, billable);
    }

    public EntryFilter at(UUID newCompany) {
        return new EntryFilter(month, Optional.of(newCompany), origin, asset, tag, billable);
    }

    public EntryFilter from(Origin newOrigin) {
        return new EntryFilter(month, company, Optional.of(newOrigin), asset, tag, billable);
    }

    public EntryFilter on(UUID newAsset) {
        return new EntryFilter(month, company, origin, Optional.of(newAsset), tag, billable);
    }

    public EntryFilter tagged(String newTag) {
        return new EntryFilter(month, company, origin, asset, Optional.of(newTag), billable);
    }

    public EntryFilter billed() {
        return new EntryFilter(month, company, origin, asset, tag, Optional.of(true));
    }
}
