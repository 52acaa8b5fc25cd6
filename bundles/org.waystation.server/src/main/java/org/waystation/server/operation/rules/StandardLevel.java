package org.waystation.server.operation.rules;

import java.time.Duration;
import java.util.Map;
import org.waystation.api.domain.AgreementKind;
import org.waystation.api.domain.Priority;

/**
 * How fast a ticket wants an answer and a solution, by priority; around the clock. Work under break/fix is done as it
 * comes, in twice the time.
 *
 * @param response until the first answer
 * @param resolution until it is solved
 */
public record StandardLevel(Duration response, Duration resolution) {

    private static final Map<Priority, StandardLevel> BY_PRIORITY = Map.of(
            Priority.P1, new StandardLevel(Duration.ofMinutes(30), Duration.ofHours(4)),
            Priority.P2, new StandardLevel(Duration.ofHours(1), Duration.ofHours(8)),
            Priority.P3, new StandardLevel(Duration.ofHours(4), Duration.ofDays(3)),
            Priority.P4, new StandardLevel(Duration.ofHours(8), Duration.ofDays(10)));

    public static StandardLevel of(Priority priority, AgreementKind agreement) {
        StandardLevel level = BY_PRIORITY.getOrDefault(priority, BY_PRIORITY.get(Priority.P4));
        return agreement.equals(AgreementKind.BREAK_FIX)
                ? new StandardLevel(
                        level.response().multipliedBy(2), level.resolution().multipliedBy(2))
                : level;
    }
}
