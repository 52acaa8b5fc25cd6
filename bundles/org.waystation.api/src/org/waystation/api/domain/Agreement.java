package org.waystation.api.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * What was agreed with a company.
 *
 * @param coverage what it covers, in a few words
 * @param hoursPerMonth included hours, for block hours
 */
public record Agreement(
        UUID id,
        Optional<UUID> companyId,
        String name,
        AgreementKind kind,
        String coverage,
        Optional<Long> hoursPerMonth,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn) {

    public static Agreement of(EntityRecord record) {
        Fields fields = record.fields();
        return new Agreement(
                record.id(),
                fields.uuid("companyId"),
                fields.text("name"),
                new AgreementKind(fields.text("kind")),
                fields.text("coverage"),
                fields.number("hoursPerMonth"),
                fields.date("startsOn"),
                fields.date("endsOn"));
    }
}
