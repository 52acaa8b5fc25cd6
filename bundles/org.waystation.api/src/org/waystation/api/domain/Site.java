package org.waystation.api.domain;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.record.Fields;

/**
 * A place where a company works.
 *
 * @param address street lines, one below the other
 * @param country ISO 3166-1, two letters; empty where unknown
 * @param timeZone the clock on its wall
 * @param directions how to get in: parking, keys, whom to ask for
 */
public record Site(
        UUID id,
        Optional<UUID> companyId,
        String name,
        String address,
        String city,
        String postcode,
        String country,
        Optional<ZoneId> timeZone,
        String phone,
        String directions) {

    public static Site of(EntityRecord record) {
        Fields fields = record.fields();
        return new Site(
                record.id(),
                fields.uuid("companyId"),
                fields.text("name"),
                fields.text("address"),
                fields.text("city"),
                fields.text("postcode"),
                fields.text("country"),
                fields.zone("timeZone"),
                fields.text("phone"),
                fields.text("directions"));
    }
}
