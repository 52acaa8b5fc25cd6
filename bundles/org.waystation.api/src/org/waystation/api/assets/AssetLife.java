package org.waystation.api.assets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.AssetState;

/**
 * What in an asset's life somebody has to see to: the end of its warranty, of its maker's support, and its planned
 * refresh. A retired asset has nothing left to see to.
 *
 * @param dates earliest first
 */
public record AssetLife(List<Due> dates) {

    /** Days before a date from which on it is soon: a quarter, in which a refresh is quoted, ordered and done. */
    public static final int SOON_DAYS = 90;

    /** How a date stands to today. */
    public enum Mark {
        LATER,
        SOON,
        OVERDUE
    }

    /**
     * One date.
     *
     * @param what such as "Warranty"
     */
    public record Due(String what, LocalDate on, Mark mark) {}

    public AssetLife {
        dates = List.copyOf(dates);
    }

    public static AssetLife of(Asset asset, LocalDate today) {
        List<Due> dates = new ArrayList<>();
        if (!asset.state().equals(AssetState.RETIRED)) {
            asset.warrantyEndsOn().ifPresent(on -> dates.add(due("Warranty", on, today)));
            asset.supportEndsOn().ifPresent(on -> dates.add(due("Support", on, today)));
            asset.refreshPlannedOn().ifPresent(on -> dates.add(due("Refresh", on, today)));
            dates.sort(Comparator.comparing(Due::on));
        }
        return new AssetLife(dates);
    }

    /** The earliest date that is still to come and soon, else the latest that is past, else the next. */
    public Optional<Due> pressing() {
        Optional<Due> overdue =
                dates.stream().filter(due -> due.mark() == Mark.OVERDUE).reduce((first, second) -> second);
        Optional<Due> next =
                dates.stream().filter(due -> due.mark() != Mark.OVERDUE).findFirst();
        return next.filter(due -> due.mark() == Mark.SOON).or(() -> overdue).or(() -> next);
    }

    /** The worst mark of all dates. */
    public Mark mark() {
        return dates.stream().map(Due::mark).max(Comparator.naturalOrder()).orElse(Mark.LATER);
    }

    private static Due due(String what, LocalDate on, LocalDate today) {
        Mark mark = on.isBefore(today) ? Mark.OVERDUE : on.isAfter(today.plusDays(SOON_DAYS)) ? Mark.LATER : Mark.SOON;
        return new Due(what, on, mark);
    }
}
