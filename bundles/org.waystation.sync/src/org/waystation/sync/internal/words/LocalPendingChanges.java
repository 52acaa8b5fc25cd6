package org.waystation.sync.internal.words;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.api.sync.Conflict;
import org.waystation.api.sync.DataHeld;
import org.waystation.api.sync.PendingChange;
import org.waystation.api.sync.PendingChanges;
import org.waystation.api.sync.PendingOperation;
import org.waystation.store.Outbox;
import org.waystation.store.Records;
import org.waystation.store.StoreException;

/** The outbox in words, over the local store; on a thread of its own. */
@Component(service = PendingChanges.class)
public final class LocalPendingChanges implements PendingChanges {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPendingChanges.class);

    private final Records records;
    private final Outbox outbox;
    private final ChangeWords words;
    private final Conflicts conflicts;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pending-changes").daemon().factory());
    private final List<Following> following = new CopyOnWriteArrayList<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AutoCloseable commits;
    private @Nullable List<PendingChange> known; // of the thread alone

    @Activate
    public LocalPendingChanges(@Reference Records records, @Reference Outbox outbox) {
        this.records = records;
        this.outbox = outbox;
        this.words = new ChangeWords(records);
        this.conflicts = new Conflicts(records, outbox);
        this.commits = records.onCommit(commit -> refresh());
    }

    /** Somebody who is told. */
    private record Following(Executor deliverOn, Consumer<List<PendingChange>> listener) {

        void tell(List<PendingChange> changes) {
            try {
                deliverOn.execute(() -> listener.accept(changes));
            } catch (RejectedExecutionException e) {
                LOG.debug("A listener's thread is gone.", e);
            }
        }
    }

    @Override
    public AutoCloseable follow(Executor deliverOn, Consumer<List<PendingChange>> listener) {
        Following added = new Following(deliverOn, listener);
        execute(() -> {
            following.add(added);
            List<PendingChange> present = known;
            if (present != null) {
                added.tell(present);
            }
            refresh(); // from here, since a look that is under way already may come before it was added
        });
        return () -> following.remove(added);
    }

    @Override
    public CompletionStage<Optional<Conflict>> conflict(UUID operationId) {
        return ask(() -> conflicts.find(operationId));
    }

    @Override
    public CompletionStage<Void> amend(UUID operationId, Map<String, @Nullable Object> values) {
        return ask(() -> {
            conflicts.amend(operationId, values);
            return null;
        });
    }

    @Override
    public CompletionStage<DataHeld> held() {
        return ask(() -> {
            Records.Held held = records.held();
            return new DataHeld(held.records(), held.bytes());
        });
    }

    private void refresh() {
        if (asked.compareAndSet(false, true)) {
            execute(this::look);
        }
    }

    private void look() {
        asked.set(false);
        if (following.isEmpty()) {
            return;
        }
        try {
            List<PendingOperation> pending = outbox.pending();
            List<PendingChange> read = new ArrayList<>();
            for (PendingOperation each : pending) {
                read.add(words.of(each));
            }
            read.sort(Comparator.comparing(change -> !change.parked())); // stable: each kind stays oldest first
            if (!read.equals(known)) {
                known = List.copyOf(read);
                following.forEach(each -> each.tell(read));
            }
        } catch (StoreException e) {
            LOG.warn("What waits cannot be told: {}", e.getMessage(), e);
        }
    }

    private void execute(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Ended meanwhile.", e);
        }
    }

    /** A question to the store. */
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
                        throw new UncheckedIOException(e.getMessage(), e);
                    }
                },
                thread);
    }

    @Deactivate
    void close() throws Exception {
        commits.close();
        thread.shutdownNow();
    }
}
