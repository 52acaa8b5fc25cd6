package org.waystation.api.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waystation.api.record.Fields;

/**
 * How fast an agreement wants tickets answered and solved, and when its clock runs. {@link ServiceClock} counts by it.
 *
 * @param timeZone in which the hours and holidays are meant
 * @param hours when the clock runs; none means around the clock
 * @param holidays days on which it stands still; without meaning around the clock
 * @param targets by priority; a priority without one has the provider's standard
 * @param pausesOn statuses in which the clock stands still; none means that it never does
 */
public record ServiceLevel(
        ZoneId timeZone,
        List<OpenHours> hours,
        Set<LocalDate> holidays,
        Map<Priority, Target> targets,
        List<TicketStatus> pausesOn) {

    /**
     * How much of the clock's time may pass.
     *
     * @param response until the first answer
     * @param resolution until it is solved
     */
    public record Target(Duration response, Duration resolution) {}

    public ServiceLevel {
        hours = List.copyOf(hours);
        holidays = Set.copyOf(holidays);
        targets = Map.copyOf(targets);
        pausesOn = List.copyOf(pausesOn);
    }

    /** Reads the object {@code serviceLevel} of an agreement. */
    public static ServiceLevel of(Fields fields) {
        return new ServiceLevel(
                fields.zone("timeZone").orElse(ZoneOffset.UTC),
                fields.objects("hours").stream().map(OpenHours::of).toList(),
                Set.copyOf(fields.dates("holidays")),
                fields.object("targets").map(ServiceLevel::readTargets).orElse(Map.of()),
                fields.texts("pausesOn").stream().map(TicketStatus::new).toList());
    }

    private static Map<Priority, Target> readTargets(Fields fields) {
        Map<Priority, Target> targets = new LinkedHashMap<>();
        for (String name : fields.names()) {
            fields.object(name)
                    .ifPresent(target -> targets.put(
                            new Priority(name),
                            new Target(minutes(target, "responseMinutes"), minutes(target, "resolutionMinutes"))));
        }
        return targets;
    }

    private static Duration minutes(Fields fields, String name) {
        return Duration.ofMinutes(fields.number(name).orElse(0L));
    }

    /** The target for a priority; empty where the provider's standard applies. */
    public Optional<Target> target(Priority priority) {
        return Optional.ofNullable(targets.get(priority));
    }

    /** Whether the clock stands still in this status. */
    public boolean pausesOn(TicketStatus status) {
        return pausesOn.contains(status);
    }
}
