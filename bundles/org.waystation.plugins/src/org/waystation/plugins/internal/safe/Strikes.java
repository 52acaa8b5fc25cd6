package org.waystation.plugins.internal.safe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Counts the faults of each plug-in; the third within ten minutes is one too many. */
@Component(service = Strikes.class)
public final class Strikes {

    static final int OUT = 3;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private volatile BiConsumer<String, String> out;
    private final Map<String, Deque<Instant>> faults = new HashMap<>();

    @Activate
    public Strikes() {
        this(Clock.systemUTC(), (id, why) -> {});
    }

    /**
     * @param out gets the id of a plug-in that has to go, and why
     */
    public Strikes(Clock clock, BiConsumer<String, String> out) {
        this.clock = clock;
        this.out = out;
    }

    /** From now on this gets the id of a plug-in that has to go, and why. */
    public void whenOut(BiConsumer<String, String> newOut) {
        out = newOut;
    }

    /**
     * Counts one.
     *
     * @param what what happened, such as "search took longer than 2 s"
     */
    public void add(String pluginId, String what) {
        if (isOneTooMany(pluginId)) {
            out.accept(pluginId, "%d faults within %d minutes, the last: %s.".formatted(OUT, WINDOW.toMinutes(), what));
        }
    }

    /** It has to go, whatever it did before. */
    public void condemn(String pluginId, String why) {
        forget(pluginId);
        out.accept(pluginId, why);
    }

    private synchronized boolean isOneTooMany(String pluginId) {
        Instant now = clock.instant();
        Deque<Instant> recent = faults.computeIfAbsent(pluginId, id -> new ArrayDeque<>());
        recent.addLast(now);
        while (recent.getFirst().isBefore(now.minus(WINDOW))) {
            recent.removeFirst();
        }
        if (recent.size() < OUT) {
            return false;
        }
        faults.remove(pluginId);
        return true;
    }

    /** Starts over, as when it gets another chance. */
    public synchronized void forget(String pluginId) {
        faults.remove(pluginId);
    }
}
