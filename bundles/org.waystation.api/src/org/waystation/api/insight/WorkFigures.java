package org.waystation.api.insight;

import java.util.OptionalDouble;

/**
 * Work, in minutes as they were booked, and tickets as they were made.
 *
 * @param otherMinutes on tickets whose origin this program does not know, or that are not held here
 * @param coveredMinutes what an agreement pays for, see {@code docs/insight.md}
 * @param endpointMonths endpoints, counted once for each month
 */
public record WorkFigures(
        long reactiveMinutes,
        long proactiveMinutes,
        long otherMinutes,
        long reactiveTickets,
        long proactiveTickets,
        long otherTickets,
        long coveredMinutes,
        long endpointMonths) {

    public static final WorkFigures NONE = new WorkFigures(0, 0, 0, 0, 0, 0, 0, 0);

    private static final double MINUTES_OF_HOUR = 60;

    public WorkFigures plus(WorkFigures more) {
        return new WorkFigures(
                reactiveMinutes + more.reactiveMinutes,
                proactiveMinutes + more.proactiveMinutes,
                otherMinutes + more.otherMinutes,
                reactiveTickets + more.reactiveTickets,
                proactiveTickets + more.proactiveTickets,
                otherTickets + more.otherTickets,
                coveredMinutes + more.coveredMinutes,
                endpointMonths + more.endpointMonths);
    }

    public long minutes() {
        return reactiveMinutes + proactiveMinutes + otherMinutes;
    }

    public long outsideMinutes() {
        return minutes() - coveredMinutes;
    }

    public long tickets() {
        return reactiveTickets + proactiveTickets + otherTickets;
    }

    /** Part of 1 of the hours with a known origin that was proactive; empty without such hours. */
    public OptionalDouble proactiveShare() {
        return part(proactiveMinutes, (double) proactiveMinutes + reactiveMinutes);
    }

    /** Reactive hours per endpoint and month (RHEM); empty without endpoints. */
    public OptionalDouble reactiveHoursPerEndpoint() {
        return part(reactiveMinutes / MINUTES_OF_HOUR, endpointMonths);
    }

    /** Tickets per endpoint and month (TPE), reactive ones only; empty without endpoints. */
    public OptionalDouble ticketsPerEndpoint() {
        return part(reactiveTickets, endpointMonths);
    }

    /** Part of 1 of all hours that an agreement pays for; empty without hours. */
    public OptionalDouble coveredShare() {
        return part(coveredMinutes, minutes());
    }

    private static OptionalDouble part(double of, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(of / whole);
    }
}
