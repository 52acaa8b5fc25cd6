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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SyncStatus.Progress;
import org.waystation.api.sync.SyncStatus.State;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/**
 * The loop between this machine and one server. It sleeps until something happens: a change here, news there, an alarm,
 * somebody who asks. Then it takes a turn on its one thread, says how things stand, and decides when the next one is.
 */
final class SyncEngine implements AutoCloseable {

    /** How long after a look the next one, where the server cannot tell that it has news. */
    static final Duration POLL = Duration.ofSeconds(3);

    /** How long after a look the next one on a network that counts what goes over it. */
    static final Duration METERED_POLL = Duration.ofMinutes(10);

    /** How long to wait for news before looking all the same. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The longest pause between two tries while nobody does anything: some three thousand in a month. */
    static final Duration PAUSE_MAX = Duration.ofMinutes(15);

    /** While somebody works here, a try is worth it as often as this. */
    static final Duration PAUSE_AT_WORK = Duration.ofMinutes(1);

    /** How often to see whether there is another network, while the server does not answer. */
    static final Duration NETWORK_LOOK = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
    private static final Duration SLOWLY = Duration.ofMinutes(1);

    private final Backend backend;
    private final Replica replica;
    private final StatusBoard.Link link;
    private final OutboxCounter counter;
    private final FaultReporter reporter;
    private final ReportBook reports;
    private final ScheduledExecutorService thread;
    private final ExecutorService newsThread;
    private final SyncParts parts;
    private final EngineTime time;

    private final HeldBack held;
    private final Tally tally;
    private final Pace pace;
    private final Exchange exchange;
    private final CheckPlan checks;
    private final BackOff backOff;
    private final BackOff newsBackOff;
    private final NewsWatch news;
    private final Alarm lookAlarm;
    private final Alarm pushAlarm;
    private final Alarm networkAlarm;
    private final Alarm checkAlarm;
    private final AtomicBoolean pushAsked = new AtomicBoolean();
    private final AtomicBoolean lookAsked = new AtomicBoolean();
    private @Nullable AutoCloseable accessListening;

    private volatile boolean closed;
    private volatile boolean paused;
    private boolean healthy = true;
    private boolean newsExpected;
    private boolean asked;
    private boolean mayHurry;
    private long lastTry;
    private @Nullable Instant troubleSince;

    /**
     * @param insisted operations of which a person has decided that they shall stand; thread-safe
     * @param paused whether it rests until it is resumed
     */
    SyncEngine(
            SyncParts parts,
            Backend remote,
            Wishes wishes,
            StatusBoard.Link link,
            OutboxCounter counter,
            FaultReporter reporter,
            ReportBook reports,
            Consumer<ServerSession> onSession,
            Set<UUID> insisted,
            boolean paused) {
        this.parts = parts;
        this.backend = FilledBackend.of(remote, parts.replica());
        this.replica = parts.replica();
        this.link = link;
        this.counter = counter;
        this.reporter = reporter;
        this.reports = reports;
        this.thread = parts.threads().newEngineThread();
        this.newsThread = parts.threads().newNewsThread();
        this.time = parts.time();
        this.paused = paused;
        held = new HeldBack(time);
        tally = new Tally(time);
        pace = new Pace(time);
        exchange = new Exchange(parts, backend, wishes, held, insisted, onSession, tally, new Flowing());
        checks = new CheckPlan(time);
        backOff = new BackOff(Duration.ofSeconds(1), PAUSE_MAX, parts.random());
        newsBackOff = new BackOff(POLL, Duration.ofMinutes(1), parts.random());
        news = new NewsWatch(backend, newsThread, thread, PATIENCE, new NewsListener());
        lookAlarm = new Alarm(thread, () -> turn(true));
        pushAlarm = new Alarm(thread, () -> turn(false));
        networkAlarm = new Alarm(thread, this::lookAtNetwork);
        checkAlarm = new Alarm(thread, () -> turn(true));
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
                } else if (mayHurry && sinceLastTry().compareTo(PAUSE_AT_WORK) >= 0) {
                    turn(true); // somebody is at work here, so the long pauses are over
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
                asked = true;
                turn(true);
            });
        }
    }

    /** What is taken along may be another part now. */
    void scopeChanged() {
        execute(() -> turn(true));
    }

    void checkNow() {
        execute(() -> {
            checks.now();
            turn(true);
        });
    }

    /** Rests; what is under way stops where it can go on later. */
    void pause() {
        paused = true;
        execute(this::rest);
    }

    void resume() {
        paused = false;
        syncNow();
    }

    private void rest() {
        news.disarm();
        lookAlarm.cancel();
        pushAlarm.cancel();
        networkAlarm.cancel();
        checkAlarm.cancel();
    }

    private void accessChanged() {
        execute(() -> {
            exchange.forget();
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
        if (paused) {
            return;
        }
        boolean look = lookWanted || !exchange.isSignedIn();
        lastTry = time.nanos().getAsLong();
        tally.begin();
        try {
            if (!exchange.isSignedIn()) {
                news.disarm(); // it waits on a connection of before
            }
            boolean metered = parts.metered().getAsBoolean();
            boolean check = look && checks.isDue(metered);
            Exchange.Done done = exchange.run(new Exchange.Wanted(look, check, asked || !metered));
            finish(look, check, done);
        } catch (BackendException e) {
            if (paused && e.kind() == BackendException.Cause.CANCELLED) {
                LOG.info("Sync rests.");
                rest();
                return;
            }
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

    private void finish(boolean look, boolean checked, Exchange.Done done) throws StoreException {
        boolean recovered = !healthy;
        healthy = true;
        asked = false;
        troubleSince = null;
        backOff.reset();
        networkAlarm.cancel();
        reporter.settle();
        counter.refresh();
        link.update(facts -> facts.caughtUp(time.now()));
        done.found().ifPresent(found -> reports.checked(found, time.now()));
        if (checked) {
            checks.done(); // also where the server would not have it: the next time will do
        }
        if (done.doubtful()) {
            checks.soon();
        }
        planCheck();
        reports.holds(exchange.held());
        reports.add(tally.report(Optional.empty()));
        held.nextRelease().ifPresentOrElse(pushAlarm::set, pushAlarm::cancel);
        if (look || recovered) {
            waitForNews(done.came());
        }
    }

    private void planCheck() {
        boolean possible = backend.capabilities().contains(Backend.Capability.DIGESTS);
        checks.untilDue()
                .filter(due -> possible && !parts.metered().getAsBoolean())
                .ifPresentOrElse(checkAlarm::set, checkAlarm::cancel);
    }

    private void waitForNews(boolean came) throws StoreException {
        boolean idleNews = newsExpected && !came;
        newsExpected = false;
        if (parts.metered().getAsBoolean()) {
            news.disarm();
            lookAlarm.set(METERED_POLL);
        } else if (!backend.capabilities().contains(Backend.Capability.PUSH_EVENTS)) {
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
        boolean begins = healthy;
        healthy = false;
        asked = false;
        mayHurry = fault.pace() == Fault.Pace.BACK_OFF && fault.noSoonerThan().isEmpty();
        exchange.forget();
        newsExpected = false;
        rest();
        if (troubleSince == null) {
            troubleSince = time.now();
        }
        Optional<Instant> since = fault.state() == State.OFFLINE ? Optional.ofNullable(troubleSince) : Optional.empty();
        Duration pause = backOff.next();
        counter.refresh();
        link.update(facts -> facts.faulted(fault, since));
        reporter.report(fault, backOff.failures());
        if (begins) {
            reports.add(tally.report(Optional.of(fault.detail())));
        }
        switch (fault.pace()) {
            case BACK_OFF -> {
                lookAlarm.set(longer(pause, fault.noSoonerThan()));
                watchNetwork();
            }
            case SLOWLY -> lookAlarm.set(SLOWLY);
            case WHEN_ASKED -> LOG.debug("Waiting until somebody asks.");
        }
    }

    private static Duration longer(Duration pause, Optional<Duration> asked) {
        return asked.filter(least -> least.compareTo(pause) > 0).orElse(pause);
    }

    private Duration sinceLastTry() {
        return Duration.ofNanos(time.nanos().getAsLong() - lastTry);
    }

    /** What another network may settle is tried again as soon as there is one; what the server asked for is not. */
    private void watchNetwork() {
        if (mayHurry) {
            parts.network().look();
            networkAlarm.set(NETWORK_LOOK);
        }
    }

    private void lookAtNetwork() {
        if (parts.network().changed()) {
            LOG.info("This machine is on another network now: tries again at once.");
            backOff.reset();
            turn(true);
        } else {
            networkAlarm.set(NETWORK_LOOK);
        }
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

    /** Runs on the engine's thread, in the middle of a turn. */
    private final class Flowing implements Exchange.Flow {

        @Override
        public void answered() {
            link.update(facts -> facts.answered(time.now()));
        }

        @Override
        public void flows() throws BackendException {
            counter.refresh();
            link.update(facts -> facts.flowing(time.now(), Optional.empty()));
            stopIfPaused();
        }

        @Override
        public void flows(Progress progress) throws BackendException {
            Progress paced = pace.with(progress);
            link.update(facts -> facts.flowing(time.now(), Optional.of(paced)));
            stopIfPaused();
        }

        @Override
        public boolean changedHere() {
            return pushAsked.compareAndSet(true, false);
        }

        private void stopIfPaused() throws BackendException {
            if (paused) {
                throw new BackendException(BackendException.Cause.CANCELLED, "Sync rests.");
            }
        }
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
