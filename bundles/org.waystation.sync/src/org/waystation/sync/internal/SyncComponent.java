package org.waystation.sync.internal;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.signin.SignInPrompt;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.PendingOperation;
import org.waystation.api.sync.ScopeCompany;
import org.waystation.api.sync.ScopeEstimate;
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SyncControl;
import org.waystation.api.sync.SyncFacts;
import org.waystation.api.sync.SyncReport;
import org.waystation.api.sync.SyncScope;
import org.waystation.api.sync.SyncService;
import org.waystation.api.sync.SyncStatus;
import org.waystation.store.Documents;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.Replica;
import org.waystation.store.StoreException;

/**
 * The sync service. Runs one engine while there is a backend; counts and questions about the outbox have a thread of
 * their own, so that they are answered while the engine waits for a server.
 */
@Component(
        immediate = true,
        service = {SyncService.class, SyncControl.class})
public final class SyncComponent implements SyncService, SyncControl {

    private static final Logger LOG = LoggerFactory.getLogger(SyncComponent.class);

    private final SyncParts parts;
    private final Outbox outbox;
    private final EngineThreads threads;
    private final StatusBoard board = new StatusBoard();
    private final FactsBoard facts = new FactsBoard();
    private final Wishes wishes;
    private final ReportBook reports;
    private final Estimates estimates;
    private final OutboxCounter counter;
    private final Set<UUID> insisted = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean countAsked = new AtomicBoolean();
    private final AutoCloseable commits;
    private volatile Optional<ServerSession> session = Optional.empty();
    private volatile @Nullable SyncEngine engine;
    private volatile @Nullable Backend server;
    private volatile @Nullable SignInPrompt signIn;

    @Activate
    public SyncComponent(
            @Reference Records records,
            @Reference Outbox outbox,
            @Reference Replica replica,
            @Reference Documents documents,
            @Reference Notifications notifications,
            @Reference NetworkCost network) {
        this(new SyncParts(
                records,
                outbox,
                replica,
                documents,
                notifications,
                new EngineThreads(),
                EngineTime.system(),
                RandomGenerator.getDefault(),
                NetworkSign.ofThisMachine(EngineTime.system()),
                network::isMetered));
    }

    SyncComponent(SyncParts parts) {
        this.parts = parts;
        this.outbox = parts.outbox();
        this.threads = parts.threads();
        wishes = new Wishes(parts.documents());
        reports = new ReportBook(parts.documents(), threads.desk(), facts);
        estimates = new Estimates(parts.records());
        counter = new OutboxCounter(outbox, board, parts.notifications());
        commits = parts.records().onCommit(commit -> outboxMayHaveChanged());
        threads.desk().execute(this::recall);
        outboxMayHaveChanged();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, unbind = "noSignIn")
    void signIn(SignInPrompt prompt) {
        signIn = prompt;
    }

    void noSignIn(SignInPrompt prompt) {
        if (prompt.equals(signIn)) {
            signIn = null;
        }
    }

    /** A server is there now. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, unbind = "disconnect")
    synchronized void connect(Backend backend) {
        endEngine();
        SyncEngine started = new SyncEngine(
                parts,
                backend,
                wishes,
                board.connect(),
                counter,
                new FaultReporter(parts.notifications(), () -> Optional.ofNullable(signIn)),
                reports,
                known -> session = Optional.of(known),
                insisted,
                facts.isPaused());
        engine = started;
        server = backend;
        facts.server(backend.capabilities());
        started.start();
    }

    /** The server is gone; where another one took its place, that one was connected first. */
    synchronized void disconnect(Backend backend) {
        if (backend == server) {
            endEngine();
            facts.server(Set.of());
        }
    }

    private void endEngine() {
        SyncEngine running = engine;
        engine = null;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    @Deactivate
    synchronized void close() throws Exception {
        endEngine();
        commits.close();
        threads.desk().shutdownNow();
        threads.questions().shutdownNow();
    }

    @Override
    public SyncStatus status() {
        return board.status();
    }

    @Override
    public Optional<ServerSession> session() {
        return session;
    }

    @Override
    public AutoCloseable listen(Executor deliverOn, Consumer<SyncStatus> listener) {
        return board.listen(deliverOn, listener);
    }

    @Override
    public AutoCloseable follow(Executor deliverOn, Consumer<SyncFacts> listener) {
        return facts.follow(deliverOn, listener);
    }

    @Override
    public void syncNow() {
        withEngine(SyncEngine::syncNow);
    }

    @Override
    public void checkNow() {
        withEngine(SyncEngine::checkNow);
    }

    @Override
    public void pause() {
        rests(true);
        withEngine(SyncEngine::pause);
    }

    @Override
    public void resume() {
        rests(false);
        withEngine(SyncEngine::resume);
    }

    private void rests(boolean now) {
        facts.paused(now);
        board.update(known -> known.paused(now));
    }

    private void withEngine(Consumer<SyncEngine> work) {
        SyncEngine running = engine;
        if (running != null) {
            work.accept(running);
        }
    }

    @Override
    public CompletionStage<Void> takeAlong(SyncScope scope) {
        return ask(() -> {
            wishes.scope(scope);
            facts.wanted(scope);
            withEngine(SyncEngine::scopeChanged);
            return null;
        });
    }

    @Override
    public CompletionStage<ScopeEstimate> estimate(SyncScope scope) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        Backend backend = server;
                        if (backend == null) {
                            throw new BackendException(
                                    BackendException.Cause.UNREACHABLE, "There is no server to ask.");
                        }
                        return estimates.of(backend, scope);
                    } catch (BackendException | StoreException e) {
                        throw new CompletionException(e);
                    }
                },
                threads.questions());
    }

    @Override
    public CompletionStage<List<ScopeCompany>> companies() {
        return ask(() -> parts.records().all(EntityKind.COMPANY).stream()
                .map(record -> new ScopeCompany(record.id(), name(record)))
                .sorted(Comparator.comparing(ScopeCompany::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
    }

    private static String name(EntityRecord company) {
        return company.data().get("name") instanceof String name ? name : "Company without a name";
    }

    @Override
    public CompletionStage<List<SyncReport>> reports() {
        return ask(reports::latest);
    }

    @Override
    public CompletionStage<List<PendingOperation>> pending() {
        return ask(outbox::pending);
    }

    @Override
    public CompletionStage<Void> retry(UUID operationId) {
        return ask(() -> {
            if (isConflict(operationId)) {
                // Who sends it again after having seen both sides wants the own side to stand.
                insisted.add(operationId);
            }
            outbox.unpark(operationId);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> discard(UUID operationId) {
        return ask(() -> {
            insisted.remove(operationId);
            outbox.discard(operationId);
            return null;
        });
    }

    private boolean isConflict(UUID operationId) throws StoreException {
        return outbox.pending().stream()
                .filter(pending -> pending.operation().id().equals(operationId))
                .flatMap(pending -> pending.parked().stream())
                .anyMatch(problem -> problem.code().equals(Merge.CONFLICT));
    }

    /** A question to the outbox. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws StoreException;
    }

    private <T> CompletionStage<T> ask(Question<T> question) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return question.ask();
                    } catch (StoreException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                threads.desk());
    }

    /** What was known at the end of the last run, so that it can be shown before the server was reached, or without it. */
    private void recall() {
        try {
            Optional<ServerSession> last = parts.replica().session();
            if (session.isEmpty()) {
                session = last;
            }
            facts.wanted(wishes.scope());
            parts.replica().position().ifPresent(position -> facts.held(ScopeText.read(position.scope())));
            reports.recall();
        } catch (StoreException e) {
            LOG.warn("What was known at the end of the last run is not known any more.", e);
        }
    }

    private void outboxMayHaveChanged() {
        if (!countAsked.compareAndSet(false, true)) {
            return;
        }
        try {
            threads.desk().execute(this::countAndSend);
        } catch (RejectedExecutionException e) {
            LOG.debug("Sync has ended meanwhile.", e);
        }
    }

    private void countAndSend() {
        countAsked.set(false);
        SyncEngine running = engine;
        if (counter.refresh() > 0 && running != null) {
            running.outboxChanged();
        }
    }
}
