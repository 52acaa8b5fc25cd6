package org.waystation.api.insight;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.domain.AgreementKind;

/**
 * The answer to a query. Every sum is explained by the parts it is made of.
 *
 * @param title whose it is, such as "All companies"
 * @param months oldest first, one for each month asked for
 * @param total over the months that are over; over the present one where it is the only one
 * @param companies those with endpoints, tickets or work, most reactive hours first
 * @param assets with the most tickets first
 * @param causes with the most reactive work first
 * @param switches companies that pay for each repair, those that would save most first
 * @param computedAt when the sums were taken
 */
public record InsightReport(
        InsightQuery query,
        String title,
        List<Month> months,
        WorkFigures total,
        LifeFigures life,
        List<CompanyFigures> companies,
        List<NoisyAsset> assets,
        List<Cause> causes,
        PriceBasis price,
        List<SwitchCase> switches,
        Instant computedAt) {

    public InsightReport {
        months = List.copyOf(months);
        companies = List.copyOf(companies);
        assets = List.copyOf(assets);
        causes = List.copyOf(causes);
        switches = List.copyOf(switches);
    }

    /** Whether there is nothing to tell. */
    public boolean empty() {
        return months.stream()
                .allMatch(month ->
                        month.figures().minutes() == 0 && month.figures().tickets() == 0);
    }

    /** @param over whether it has ended */
    public record Month(YearMonth month, boolean over, WorkFigures figures) {}

    /**
     * How many assets in service stand past a date.
     *
     * @param assets that are not retired
     * @param pastWarranty whose warranty is over
     * @param pastSupport whose maker's support is over
     * @param pastEither where one of the two is over
     * @param undated of which neither date is known
     */
    public record LifeFigures(int assets, int pastWarranty, int pastSupport, int pastEither, int undated) {

        public static final LifeFigures NONE = new LifeFigures(0, 0, 0, 0, 0);

        public LifeFigures plus(LifeFigures more) {
            return new LifeFigures(
                    assets + more.assets,
                    pastWarranty + more.pastWarranty,
                    pastSupport + more.pastSupport,
                    pastEither + more.pastEither,
                    undated + more.undated);
        }
    }

    /**
     * @param agreement of the agreement in force today; empty without one
     * @param endpoints of the last month
     */
    public record CompanyFigures(
            UUID company,
            String name,
            Optional<AgreementKind> agreement,
            int endpoints,
            WorkFigures figures,
            LifeFigures life) {}

    /** @param name empty where the asset is not held here */
    public record NoisyAsset(
            UUID asset, String name, String companyName, long tickets, long minutes, long reactiveMinutes) {}

    /**
     * What tickets have in common: a tag, or the type of those that have none. A ticket with two tags counts under both.
     *
     * @param tag folded; empty for tickets without tags
     * @param companies how many had it
     */
    public record Cause(
            String name, String tag, long tickets, long minutes, long reactiveMinutes, int companies, long assets) {}
}
