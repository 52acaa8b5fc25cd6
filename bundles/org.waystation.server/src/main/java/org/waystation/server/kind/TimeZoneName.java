package org.waystation.server.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** A time zone by its name in the IANA database. */
public record TimeZoneName() implements FieldType {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    @Override
    public Optional<Fault> check(JsonNode value) {
        return value.isTextual() && KNOWN.contains(value.textValue())
                ? Optional.empty()
                : FieldType.fault("not_a_time_zone", "must be a time zone such as Europe/London");
    }
}
