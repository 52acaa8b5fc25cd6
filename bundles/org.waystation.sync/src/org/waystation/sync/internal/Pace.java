package org.waystation.sync.internal;

import java.time.Duration;
import java.util.Optional;
import org.waystation.api.sync.SyncStatus.Progress;

/**
 * How long the rest takes, by how fast it went lately: the mean of the pace of each stretch, where later ones weigh more,
 * since the first records come from a server that is still warming up.
 */
final class Pace {

    /** How much the latest stretch weighs. */
    private static final double LATEST = 0.2;

    /** A stretch shorter than this says nothing about the next one. */
    private static final Duration STRETCH = Duration.ofMillis(250);

    private final EngineTime time;
    private long lastReceived = -1;
    private long lastAt;
    private double perSecond;

    Pace(EngineTime time) {
        this.time = time;
    }

    Progress with(Progress progress) {
        long now = time.nanos().getAsLong();
        if (lastReceived < 0 || progress.received() < lastReceived) {
            lastReceived = progress.received();
            lastAt = now;
            perSecond = 0;
        } else if (now - lastAt >= STRETCH.toNanos()) {
            double stretch = (progress.received() - lastReceived) * 1e9 / (now - lastAt);
            perSecond = perSecond == 0 ? stretch : perSecond + LATEST * (stretch - perSecond);
            lastReceived = progress.received();
            lastAt = now;
        }
        return new Progress(progress.received(), progress.expected(), left(progress));
    }

    private Optional<Duration> left(Progress progress) {
        return perSecond <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(
                        Math.round((progress.expected() - progress.received()) * 1000.0 / perSecond)));
    }
}
