package org.waystation.api.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * An asset (configuration item) with its lifecycle.
 *
 * @param location where at its site
 * @param supportEndsOn when its maker stops mending it
 * @param retiredOn when it went out of use; kept for what was done with it
 * @param agreementId the agreement that covers it, where it is not its company's only one
 * @param replacementCost what the refresh is expected to cost
 * @param monthlyCost what it costs as long as it is there, such as a subscription
 * @param relations to other assets and to the people who use it; merge as a set, as do tags
 * @param properties what belongs to its kind, such as processor or memory
 * @param customFields by name, as the provider defined them
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
        Optional<LocalDate> refreshPlannedOn,
        Optional<LocalDate> retiredOn,
        Optional<UUID> siteId,
        Optional<UUID> agreementId,
        String supplier,
        Optional<Money> purchasePrice,
        Optional<Money> replacementCost,
        Optional<Money> monthlyCost,
        List<AssetRelation> relations,
        List<String> tags,
        Map<String, String> properties,
        Map<String, String> customFields) {

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
                fields.date("refreshPlannedOn"),
                fields.date("retiredOn"),
                fields.uuid("siteId"),
                fields.uuid("agreementId"),
                fields.text("supplier"),
                Money.of(fields, "purchasePrice"),
                Money.of(fields, "replacementCost"),
                Money.of(fields, "monthlyCost"),
                fields.objects("relations").stream().map(AssetRelation::of).toList(),
                fields.texts("tags"),
                fields.properties("properties"),
                fields.properties("customFields"));
    }
}
