package org.waystation.companies.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.waystation.api.companies.Visit;
import org.waystation.api.domain.Company;

/** At which companies somebody works, so that what is to be known before is said once on each visit. */
final class Visits {

    /** Who does not come back for so long begins another visit: a working day. */
    private static final Duration PAUSE = Duration.ofHours(8);

    private final Clock clock;
    private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(String note, Instant at) {}

    Visits(Clock clock) {
        this.clock = clock;
    }

    /** @param company one with something to be known */
    Visit at(Company company) {
        Instant now = clock.instant();
        AtomicBoolean first = new AtomicBoolean();
        seen.compute(company.id(), (id, before) -> {
            first.set(before == null
                    || !before.note().equals(company.beforeWork())
                    || Duration.between(before.at(), now).compareTo(PAUSE) >= 0);
            return new Seen(company.beforeWork(), now);
        });
        return new Visit(company.id(), company.name(), company.beforeWork(), first.get());
    }
}
