package org.waystation.server.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.waystation.api.domain.Priority;
import org.waystation.api.domain.TicketStatus;

/**
 * How far a ticket has come, and when.
 *
 * @param status where it stands
 * @param created when it came
 * @param updated when something last happened
 * @param due when the service level wants it solved
 */
record Course(TicketStatus status, Instant created, Instant updated, Instant due) {

    private static final List<TicketStatus> OPEN_MIX = List.of(
            TicketStatus.IN_PROGRESS,
            TicketStatus.NEW,
            TicketStatus.IN_PROGRESS,
            TicketStatus.WAITING_CUSTOMER,
            TicketStatus.IN_PROGRESS,
            TicketStatus.SCHEDULED,
            TicketStatus.NEW,
            TicketStatus.IN_PROGRESS,
            TicketStatus.WAITING_VENDOR,
            TicketStatus.IN_PROGRESS,
            TicketStatus.WAITING_CUSTOMER,
            TicketStatus.SCHEDULED);

    private static final Duration FRESH = Duration.ofDays(4);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Still to be done: due in minutes, hours, days or weeks, or a while ago. */
    static Course open(Instant created, boolean assigned, Priority priority, Instant now, SplittableRandom random) {
        TicketStatus drawn = assigned ? OPEN_MIX.get(random.nextInt(OPEN_MIX.size())) : TicketStatus.NEW;
        long age = Duration.between(created, now).toMinutes();
        // Nobody leaves a ticket untouched for long once it is somebody's.
        boolean stale = assigned && drawn.equals(TicketStatus.NEW) && age > FRESH.toMinutes();
        TicketStatus status = stale ? TicketStatus.IN_PROGRESS : drawn;
        // Squared: most of what is open was looked at not long ago.
        double draw = random.nextDouble();
        Instant updated = status.equals(TicketStatus.NEW)
                ? created
                : now.minus(MINUTE.multipliedBy((long) (1 + (Math.min(age, 14L * 24 * 60) - 2) * draw * draw)));
        return new Course(status, created, updated, due(created, priority, now, random));
    }

    private static Instant due(Instant created, Priority priority, Instant now, SplittableRandom random) {
        int reach = priority.equals(Priority.P1) ? 44 : priority.equals(Priority.P2) ? 60 : 100;
        int roll = random.nextInt(reach);
        if (roll < 12) {
            Instant past = now.minus(MINUTE.multipliedBy(random.nextInt(5, 30 * 60)));
            return past.isAfter(created.plus(MINUTE)) ? past : now.plus(MINUTE.multipliedBy(random.nextInt(8, 95)));
        }
        int[] minutes = roll < 22
                ? new int[] {8, 95}
                : roll < 44
                        ? new int[] {2 * 60, 9 * 60}
                        : roll < 60
                                ? new int[] {20 * 60, 34 * 60}
                                : roll < 84 ? new int[] {2 * 1440, 7 * 1440} : new int[] {8 * 1440, 25 * 1440};
        return now.plus(MINUTE.multipliedBy(random.nextInt(minutes[0], minutes[1])));
    }

    /** Done: most in time. */
    static Course done(Instant created, Duration level, Instant now, SplittableRandom random) {
        double part = random.nextInt(100) < 88 ? 0.03 + 0.9 * random.nextDouble() : 1 + random.nextDouble();
        Instant resolved = created.plusSeconds((long) (level.toSeconds() * part));
        Instant latest = now.minus(MINUTE.multipliedBy(random.nextInt(3, 60)));
        if (resolved.isAfter(latest)) {
            resolved = latest;
        }
        boolean fresh = Duration.between(resolved, now).toDays() < 5;
        TicketStatus status = fresh ? TicketStatus.RESOLVED : TicketStatus.CLOSED;
        return new Course(status, created, resolved, created.plus(level));
    }

    boolean isDone() {
        return status.equals(TicketStatus.RESOLVED) || status.equals(TicketStatus.CLOSED);
    }
}
