package org.waystation.tickets.ui.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waystation.api.tickets.WorkTimer;

/** A timer on which time passes when the test says so. */
final class MemoryTimer implements WorkTimer {

    final List<Counted> counted = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    void set(UUID ticket, Duration elapsed, boolean running) {
        counted.removeIf(each -> each.ticketId().equals(ticket));
        counted.add(running ? 0 : counted.size(), new Counted(ticket, elapsed, running, Sample.NOW.minus(elapsed)));
        tell();
    }

    int listeners() {
        return listeners.size();
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public List<Counted> all() {
        return List.copyOf(counted);
    }

    @Override
    public void start(UUID ticketId) {
        Duration before = of(ticketId).map(Counted::elapsed).orElse(Duration.ZERO);
        pause();
        set(ticketId, before, true);
    }

    @Override
    public void pause() {
        counted.replaceAll(each -> new Counted(each.ticketId(), each.elapsed(), false, each.startedAt()));
        tell();
    }

    @Override
    public void discard(UUID ticketId) {
        counted.removeIf(each -> each.ticketId().equals(ticketId));
        tell();
    }

    @Override
    public Optional<Counted> take(UUID ticketId) {
        Optional<Counted> taken = of(ticketId);
        discard(ticketId);
        return taken;
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
