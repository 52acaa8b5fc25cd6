package org.waystation.api.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.waystation.api.record.Fields;

/**
 * A span of the day on some days of the week.
 *
 * @param from first minute
 * @param to first minute after; midnight means the end of the day
 */
public record OpenHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public OpenHours {
        days = Set.copyOf(days);
    }

    static OpenHours of(Fields fields) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String day : fields.texts("days")) {
            for (DayOfWeek known : DayOfWeek.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(day)) {
                    days.add(known);
                }
            }
        }
        return new OpenHours(
                days,
                fields.time("from").orElse(LocalTime.MIDNIGHT),
                fields.time("to").orElse(LocalTime.MIDNIGHT));
    }
}
