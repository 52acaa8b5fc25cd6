package org.waystation.api.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * An asset (configuration item) with its lifecycle. Properties that belong to its kind, such as processor or
 * memory, stand in the record's {@code properties}.
 */
public record Asset(
        UUID id,
        Optional<UUID> companyId,
        String name,
        AssetKind kind,
        AssetState state,
        String role,
        String location,
        String manufacturer,
        String model,
        String serial,
        Optional<LocalDate> purchasedOn,
        Optional<LocalDate> warrantyEndsOn,
        Optional<LocalDate> supportEndsOn,
        Optional<LocalDate> refreshPlannedOn) {

    public static Asset of(EntityRecord record) {
        Fields fields = record.fields();
        return new Asset(
                record.id(),
                fields.uuid("companyId"),
                fields.text("name"),
                new AssetKind(fields.text("kind")),
                new AssetState(fields.text("state")),
                fields.text("role"),
                fields.text("location"),
                fields.text("manufacturer"),
                fields.text("model"),
                fields.text("serial"),
                fields.date("purchasedOn"),
                fields.date("warrantyEndsOn"),
                fields.date("supportEndsOn"),
                fields.date("refreshPlannedOn"));
    }
}
