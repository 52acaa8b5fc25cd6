package org.waystation.server.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How much sample data, and which.
 *
 * @param openTickets how many of the tickets are still to be done
 * @param numberOffset what comes before the ticket numbers of the smallest plan, so that the newest have the highest
 * @param seed the same seed makes the same data
 * @param time the moment the data is made for: due times lie around it
 */
public record SamplePlan(
        String name,
        int companies,
        int assets,
        int tickets,
        int openTickets,
        long numberOffset,
        long seed,
        Instant time) {

    public SamplePlan {
        time = time.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Empty where there is no plan of this name. */
    public static Optional<SamplePlan> named(String name, long seed, Instant time) {
        return switch (name) {
            case "small" -> Optional.of(new SamplePlan(name, 5, 300, 2_000, 240, 0, seed, time));
            case "reference" -> Optional.of(new SamplePlan(name, 50, 20_000, 200_000, 900, 200_000, seed, time));
            case "scale" -> Optional.of(new SamplePlan(name, 50, 20_000, 1_000_000, 1_500, 1_000_000, seed, time));
            default -> Optional.empty();
        };
    }

    /** Names the data, so that it is known again; the time does not count, since data that is there stays. */
    public String label() {
        return name + ":" + seed;
    }
}
