package org.waystation.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SyncStatus.Progress;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.Outbox;
import org.waystation.store.Replica;
import org.waystation.store.Replica.Position;
import org.waystation.store.StoreException;

/**
 * The loop between this machine and one server. It sleeps until something happens: a change here, news there, an alarm,
 * somebody who asks. Then it takes a turn on its one thread: sign in where that is needed, a snapshot where there is no
 * copy, send, look for changes; and it says how things stand.
 */
final class SyncEngine implements AutoCloseable {

    /** How long after a look the next one, where the server cannot tell that it has news. */
    static final Duration POLL = Duration.ofSeconds(3);

    /** How long to wait for news before looking all the same. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
    private static final Duration SLOWLY = Duration.ofMinutes(1);

    private final Backend backend;
    private final Replica replica;
    private final StatusBoard.Link link;
    private final OutboxCounter counter;
    private final FaultReporter reporter;
    private final Consumer<ServerSession> onSession;
    private final ScheduledExecutorService thread;
    private final ExecutorService newsThread;
    private final EngineTime time;

    private final HeldBack held;
    private final PushCycle pushCycle;
    private final PullCycle pullCycle;
    private final SnapshotCycle snapshotCycle;
    private final BackOff backOff;
    private final BackOff newsBackOff;
    private final NewsWatch news;
    private final Alarm lookAlarm;
    private final Alarm pushAlarm;
    private final AtomicBoolean pushAsked = new AtomicBoolean();
    private final AtomicBoolean lookAsked = new AtomicBoolean();
    private @Nullable AutoCloseable accessListening;

    private volatile boolean closed;
    private boolean signedIn;
    private boolean healthy = true;
    private boolean newsExpected;
    private @Nullable Instant troubleSince;

    /**
     * @param thread the engine's own single thread; ended with the engine
     * @param newsThread where it waits for news; ended with the engine
     * @param insisted operations of which a person has decided that they shall stand; thread-safe
     */
    SyncEngine(
            Backend remote,
            Replica replica,
            Outbox outbox,
            StatusBoard.Link link,
            OutboxCounter counter,
            FaultReporter reporter,
            Consumer<ServerSession> onSession,
            Set<UUID> insisted,
            ScheduledExecutorService thread,
            ExecutorService newsThread,
            EngineTime time,
            RandomGenerator random) {
        this.backend = FilledBackend.of(remote, replica);
        this.replica = replica;
        this.link = link;
        this.counter = counter;
        this.reporter = reporter;
        this.onSession = onSession;
        this.thread = thread;
        this.newsThread = newsThread;
        this.time = time;
        held = new HeldBack(time);
        pushCycle = new PushCycle(outbox, backend, held, insisted);
        pullCycle = new PullCycle(replica, backend);
        snapshotCycle = new SnapshotCycle(replica, backend);
        backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1), random);
        newsBackOff = new BackOff(POLL, Duration.ofMinutes(1), random);
        news = new NewsWatch(backend, newsThread, thread, PATIENCE, new NewsListener());
        lookAlarm = new Alarm(thread, () -> turn(true));
        pushAlarm = new Alarm(thread, () -> turn(false));
    }

    void start() {
        accessListening = backend.onAccessChange(this::accessChanged);
        syncNow();
    }

    /** Something was queued here: sends it at once, unless the server is known not to answer. */
    void outboxChanged() {
        if (pushAsked.compareAndSet(false, true)) {
            execute(() -> {
                pushAsked.set(false);
                if (healthy) {
                    turn(false);
                }
            });
        }
    }

    /** Somebody asks: tries at once, whatever was said before about waiting. */
    void syncNow() {
        if (lookAsked.compareAndSet(false, true)) {
            execute(() -> {
                lookAsked.set(false);
                backOff.reset();
                held.releaseAll();
                turn(true);
            });
        }
    }

    private void accessChanged() {
        execute(() -> {
            signedIn = false;
            backOff.reset();
            turn(true);
        });
    }

    private void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The engine has ended meanwhile.", e);
        }
    }

    /** One turn. No failure may end the loop. */
    private void turn(boolean lookWanted) {
        boolean look = lookWanted || !signedIn;
        try {
            signIn();
            boolean came = exchange(look);
            finish(look, came);
        } catch (BackendException e) {
            LOG.info("Sync does not go on: {} ({})", e.getMessage(), e.kind());
            fail(Fault.of(e));
        } catch (StoreException e) {
            LOG.warn("The store does not let sync go on: {}", e.reason(), e);
            fail(Fault.of(e));
        } catch (SnapshotIntake.StoreFailed e) {
            LOG.warn("The store does not let sync go on.", e);
            fail(Fault.of(e.storeException()));
        } catch (RuntimeException | Error e) {
            LOG.error("Sync met a fault of its own.", e);
            fail(Fault.of(e));
        }
    }

    private void signIn() throws BackendException, StoreException {
        if (signedIn) {
            return;
        }
        news.disarm(); // it waits on a connection of before
        ServerSession session = backend.session();
        link.update(facts -> facts.answered(time.now()));
        replica.saveSession(session);
        onSession.accept(session);
        Optional<Position> position = replica.position();
        if (position.isEmpty()) {
            snapshotCycle.run(this::flows);
        } else if (!position.get().epoch().equals(session.epoch())) {
            snapshotCycle.run(this::flowsOnly);
            pushCycle.reconsiderAll();
        }
        pushCycle.reconsider();
        signedIn = true;
    }

    /** Sends, and looks where that is due; returns whether anything came. */
    private boolean exchange(boolean look) throws BackendException, StoreException {
        Optional<BackendException> notSent = push();
        boolean came = false;
        if (look) {
            try {
                came = pullCycle.run(this::flows);
            } catch (BackendException e) {
                if (e.kind() != BackendException.Cause.CURSOR_EXPIRED) {
                    throw e;
                }
                snapshotCycle.run(this::flowsOnly);
                pushCycle.reconsiderAll();
                notSent = push();
                pullCycle.run(this::flows);
                came = true;
            }
        }
        if (notSent.isPresent()) {
            throw notSent.get();
        }
        return came;
    }

    /** A server that fails to take our changes may still have some for us: its failure is told after the look. */
    private Optional<BackendException> push() throws BackendException, StoreException {
        try {
            pushCycle.run(this::flows);
            return Optional.empty();
        } catch (BackendException e) {
            if (e.kind() == BackendException.Cause.SERVER_ERROR
                    && e.retryAfter().isEmpty()) {
                return Optional.of(e);
            }
            throw e;
        }
    }

    private void flows() {
        counter.refresh();
        link.update(facts -> facts.flowing(time.now(), Optional.empty()));
    }

    /** Records arrive, perhaps for minutes; what is changed here meanwhile does not wait for the last of them. */
    private void flows(Progress progress) throws BackendException, StoreException {
        link.update(facts -> facts.flowing(time.now(), Optional.of(progress)));
        if (pushAsked.compareAndSet(true, false)) {
            pushCycle.run(counter::refresh);
        }
    }

    /** Nothing is sent into another history before its records are here to merge with. */
    private void flowsOnly(Progress progress) {
        link.update(facts -> facts.flowing(time.now(), Optional.of(progress)));
    }

    private void finish(boolean look, boolean came) throws StoreException {
        boolean recovered = !healthy;
        healthy = true;
        troubleSince = null;
        backOff.reset();
        reporter.settle();
        counter.refresh();
        link.update(facts -> facts.caughtUp(time.now()));
        held.nextRelease().ifPresentOrElse(pushAlarm::set, pushAlarm::cancel);
        if (look || recovered) {
            waitForNews(came);
        }
    }

    private void waitForNews(boolean came) throws StoreException {
        boolean idleNews = newsExpected && !came;
        newsExpected = false;
        if (!backend.capabilities().contains(Backend.Capability.PUSH_EVENTS)) {
            lookAlarm.set(POLL);
        } else if (idleNews) {
            lookAlarm.set(newsBackOff.next()); // it cries wolf: go slower, or we would spin
        } else {
            if (came) {
                newsBackOff.reset();
            }
            news.arm(replica.position().orElseThrow().cursor());
            lookAlarm.set(PATIENCE);
        }
    }

    private void fail(Fault fault) {
        if (closed) {
            return; // cancelled
        }
        healthy = false;
        signedIn = false;
        newsExpected = false;
        news.disarm();
        pushAlarm.cancel();
        lookAlarm.cancel();
        if (troubleSince == null) {
            troubleSince = time.now();
        }
        Optional<Instant> since = fault.state() == State.OFFLINE ? Optional.ofNullable(troubleSince) : Optional.empty();
        Duration pause = backOff.next();
        counter.refresh();
        link.update(facts -> facts.faulted(fault, since));
        reporter.report(fault, backOff.failures());
        switch (fault.pace()) {
            case BACK_OFF -> lookAlarm.set(longer(pause, fault.noSoonerThan()));
            case SLOWLY -> lookAlarm.set(SLOWLY);
            case WHEN_ASKED -> LOG.debug("Waiting until somebody asks.");
        }
    }

    private static Duration longer(Duration pause, Optional<Duration> asked) {
        return asked.filter(least -> least.compareTo(pause) > 0).orElse(pause);
    }

    /** Ends the engine: what is under way is cancelled, and it says no more. */
    @Override
    public void close() {
        closed = true;
        link.end();
        reporter.settle();
        if (accessListening != null) {
            try {
                accessListening.close();
            } catch (Exception e) {
                LOG.debug("The backend would not let us go.", e);
            }
        }
        thread.shutdownNow();
        newsThread.shutdownNow();
    }

    /** Runs on the engine's thread. */
    private final class NewsListener implements NewsWatch.Listener {

        @Override
        public void news() {
            newsExpected = true;
            turn(true);
        }

        @Override
        public void quiet() {
            newsBackOff.reset();
            turn(true);
        }

        @Override
        public void broken() {
            lookAlarm.set(newsBackOff.next());
        }
    }
}
