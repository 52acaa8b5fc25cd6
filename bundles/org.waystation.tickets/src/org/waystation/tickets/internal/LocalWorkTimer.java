package org.waystation.tickets.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.profile.SealedState;
import org.waystation.api.tickets.WorkTimer;

/**
 * Counts work in memory and writes down how far it is, sealed, at each change and while it counts. After a crash it goes
 * on where the program comes back soon; where it does not, nobody was at work, and it is paused at what was written last.
 */
@Component(service = WorkTimer.class)
public final class LocalWorkTimer implements WorkTimer {

    static final String KEY = "tickets.timer";

    /** A program that is back within this time was only away for a moment. */
    static final Duration MOMENT = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(LocalWorkTimer.class.getName());
    private static final int WRITE_SECONDS = 20;

    private final SealedState state;
    private final Clock clock;
    private final LongSupplier nanos;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<UUID, Count> counts = new LinkedHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("work-timer").daemon().factory());
    private boolean touched;

    @Activate
    public LocalWorkTimer(@Reference SealedState state) {
        this(state, Clock.systemUTC(), System::nanoTime);
        writer.scheduleWithFixedDelay(this::beat, WRITE_SECONDS, WRITE_SECONDS, TimeUnit.SECONDS);
    }

    LocalWorkTimer(SealedState state, Clock clock, LongSupplier nanos) {
        this.state = state;
        this.clock = clock;
        this.nanos = nanos;
        state.get(KEY).thenAccept(found -> found.ifPresent(this::restore)).exceptionally(failure -> {
            LOG.log(Level.WARNING, "Counted time could not be read.", failure);
            return null;
        });
    }

    /** What was written is older than what was counted meanwhile, which is added to it. */
    private void restore(String written) {
        synchronized (this) {
            for (TimerText.Entry entry : TimerText.read(written)) {
                Duration away = Duration.between(entry.writtenAt(), clock.instant());
                boolean goesOn = entry.running() && !away.isNegative() && away.compareTo(MOMENT) <= 0;
                Duration elapsed = goesOn ? entry.elapsed().plus(away) : entry.elapsed();
                Count present = counts.get(entry.ticketId());
                if (present != null) {
                    present.before = present.before.plus(elapsed);
                    present.startedAt = entry.startedAt();
                } else {
                    Count count = new Count(elapsed, entry.startedAt(), entry.writtenAt());
                    counts.put(entry.ticketId(), count);
                    if (goesOn && counts.values().stream().noneMatch(Count::running)) {
                        count.start();
                    }
                }
            }
        }
        changed();
    }

    @Override
    public synchronized List<Counted> all() {
        List<Map.Entry<UUID, Count>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Comparator.comparing(
                        (Map.Entry<UUID, Count> entry) -> !entry.getValue().running())
                .thenComparing(entry -> entry.getValue().lastAt, Comparator.reverseOrder()));
        return sorted.stream()
                .map(entry -> entry.getValue().counted(entry.getKey()))
                .toList();
    }

    @Override
    public void start(UUID ticketId) {
        synchronized (this) {
            counts.forEach((id, count) -> {
                if (!id.equals(ticketId)) {
                    count.pause();
                }
            });
            counts.computeIfAbsent(ticketId, id -> new Count(Duration.ZERO, clock.instant(), clock.instant()))
                    .start();
        }
        changed();
    }

    @Override
    public void pause() {
        synchronized (this) {
            counts.values().forEach(Count::pause);
        }
        changed();
    }

    @Override
    public void discard(UUID ticketId) {
        synchronized (this) {
            counts.remove(ticketId);
        }
        changed();
    }

    @Override
    public Optional<Counted> take(UUID ticketId) {
        Counted taken;
        synchronized (this) {
            Count count = counts.remove(ticketId);
            if (count == null) {
                return Optional.empty();
            }
            taken = count.counted(ticketId);
            if (count.running()) {
                Count next = new Count(Duration.ZERO, clock.instant(), clock.instant());
                next.start();
                counts.put(ticketId, next);
            }
        }
        changed();
        return Optional.of(taken);
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        write();
        listeners.forEach(Runnable::run);
    }

    void beat() {
        if (running().isPresent()) {
            write();
        }
    }

    private void write() {
        Instant now = clock.instant();
        List<TimerText.Entry> entries = all().stream()
                .map(counted -> new TimerText.Entry(
                        counted.ticketId(), counted.elapsed(), counted.running(), counted.startedAt(), now))
                .toList();
        boolean first;
        synchronized (this) {
            first = !touched;
            touched |= !entries.isEmpty();
        }
        if (entries.isEmpty() && first) {
            return; // nothing was ever counted, so there is nothing to forget
        }
        (entries.isEmpty() ? state.remove(KEY) : state.put(KEY, TimerText.write(entries))).exceptionally(failure -> {
            LOG.log(Level.WARNING, "Counted time could not be written; it goes on in memory.", failure);
            return null;
        });
    }

    @Deactivate
    void close() {
        writer.shutdownNow();
        beat();
    }

    /** What is counted for one ticket. */
    private final class Count {

        private Duration before;
        private Instant startedAt;
        private Instant lastAt;
        private long since;
        private boolean running;

        Count(Duration before, Instant startedAt, Instant lastAt) {
            this.before = before;
            this.startedAt = startedAt;
            this.lastAt = lastAt;
        }

        boolean running() {
            return running;
        }

        void start() {
            if (!running) {
                running = true;
                since = nanos.getAsLong();
                lastAt = clock.instant();
            }
        }

        void pause() {
            before = elapsed();
            running = false;
        }

        Duration elapsed() {
            return running ? before.plusNanos(nanos.getAsLong() - since) : before;
        }

        Counted counted(UUID ticketId) {
            return new Counted(ticketId, elapsed(), running, startedAt);
        }
    }
}
