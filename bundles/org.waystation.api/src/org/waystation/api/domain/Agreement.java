package org.waystation.api.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * What was agreed with a company.
 *
 * @param coverage what it covers, in a few words
 * @param coveredKinds kinds of assets it covers; empty means all
 * @param hoursPerMonth included hours, for block hours
 * @param monthlyFee what is paid each month, whatever happens
 * @param hourlyRate what an hour costs that is not included
 * @param serviceLevel how fast work is answered and solved; empty where the provider's standard applies
 */
public record Agreement(
        UUID id,
        Optional<UUID> companyId,
        String name,
        AgreementKind kind,
        String coverage,
        List<AssetKind> coveredKinds,
        Optional<Long> hoursPerMonth,
        Optional<Money> monthlyFee,
        Optional<Money> hourlyRate,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn,
        Optional<ServiceLevel> serviceLevel) {

    public static Agreement of(EntityRecord record) {
        Fields fields = record.fields();
        return new Agreement(
                record.id(),
                fields.uuid("companyId"),
                fields.text("name"),
                new AgreementKind(fields.text("kind")),
                fields.text("coverage"),
                fields.texts("coveredKinds").stream().map(AssetKind::new).toList(),
                fields.number("hoursPerMonth"),
                Money.of(fields, "monthlyFee"),
                Money.of(fields, "hourlyRate"),
                fields.date("startsOn"),
                fields.date("endsOn"),
                fields.object("serviceLevel").map(ServiceLevel::of));
    }
}
