package org.waystation.insight.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.AssetKind;
import org.waystation.api.domain.AssetState;
import org.waystation.api.domain.Company;
import org.waystation.api.insight.InsightReport.LifeFigures;

/** The assets of one company, as far as sums need them. */
final class AssetBook {

    /** Machines people work on and machines that serve them; see docs/insight.md. */
    static final Set<AssetKind> ENDPOINTS =
            Set.of(AssetKind.WORKSTATION, AssetKind.LAPTOP, AssetKind.SERVER, AssetKind.VIRTUAL_MACHINE);

    private static final Set<AssetState> IN_SERVICE = Set.of(AssetState.IN_USE, AssetState.IN_REPAIR);

    private final Company company;
    private final Map<UUID, Line> lines;

    private record Line(
            UUID id,
            String name,
            boolean endpoint,
            AssetState state,
            Optional<LocalDate> purchasedOn,
            Optional<LocalDate> retiredOn,
            Optional<LocalDate> warrantyEndsOn,
            Optional<LocalDate> supportEndsOn) {}

    AssetBook(Company company, List<Asset> assets) {
        this.company = company;
        this.lines = assets.stream()
                .map(asset -> new Line(
                        asset.id(),
                        asset.name(),
                        ENDPOINTS.contains(asset.kind()),
                        asset.state(),
                        asset.purchasedOn(),
                        asset.retiredOn(),
                        asset.warrantyEndsOn(),
                        asset.supportEndsOn()))
                .collect(Collectors.toMap(Line::id, Function.identity(), (a, b) -> a));
    }

    /** Endpoints in service at the end of a month; where no asset that is one is held here, what the company says. */
    int endpoints(YearMonth month) {
        if (lines.values().stream().noneMatch(Line::endpoint)) {
            return (int) Math.min(company.endpoints(), Integer.MAX_VALUE);
        }
        LocalDate end = month.atEndOfMonth();
        return (int) lines.values().stream()
                .filter(line -> line.endpoint() && inService(line, end))
                .count();
    }

    private static boolean inService(Line line, LocalDate day) {
        boolean bought = line.purchasedOn().map(on -> !on.isAfter(day)).orElse(true);
        boolean retiredLater = line.state().equals(AssetState.RETIRED)
                && line.retiredOn().map(on -> on.isAfter(day)).orElse(false);
        return bought && (IN_SERVICE.contains(line.state()) || retiredLater);
    }

    LifeFigures life(LocalDate today) {
        LifeFigures sum = LifeFigures.NONE;
        for (Line line : lines.values()) {
            if (!line.state().equals(AssetState.RETIRED)) {
                boolean warranty = past(line.warrantyEndsOn(), today);
                boolean support = past(line.supportEndsOn(), today);
                boolean undated =
                        line.warrantyEndsOn().isEmpty() && line.supportEndsOn().isEmpty();
                sum = sum.plus(new LifeFigures(
                        1, warranty ? 1 : 0, support ? 1 : 0, warranty || support ? 1 : 0, undated ? 1 : 0));
            }
        }
        return sum;
    }

    private static boolean past(Optional<LocalDate> date, LocalDate today) {
        return date.map(on -> on.isBefore(today)).orElse(false);
    }

    Optional<String> name(UUID asset) {
        return Optional.ofNullable(lines.get(asset)).map(Line::name);
    }
}
