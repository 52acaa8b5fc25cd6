package org.waystation.store.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileKey;
import org.waystation.store.StoreException;

/**
 * The encrypted database: one writer that takes one transaction after the other, and readers beside it. It opens in the
 * background once the key is there; calls wait for that, so they are made off the UI thread.
 */
@Component(immediate = true, service = Database.class)
public final class Database implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Database.class.getName());
    private static final int READERS = 3;
    /** Longer than a pause in typing, and shorter than a telephone call. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** Ends the wait for files that are not opened any more, because the profile was locked. */
    private static final StoreException LOCKED =
            new StoreException(StoreException.Reason.CLOSED, "The profile is locked.", null);

    /** How durable a transaction has to be before the call returns. */
    enum Durability {
        /** On disk: a loss of power does not undo it. */
        FULL("FULL", CipherFile.JOURNAL_PAGES),
        /** Whole or not at all, but a loss of power may undo it: for what the server can send again. */
        NORMAL("NORMAL", CipherFile.JOURNAL_PAGES),
        /**
         * As {@link #NORMAL}, one of many in a row: the journal is taken into the file seldom, so that a page which
         * each of them changes is written there once.
         */
        BULK("NORMAL", 4 * CipherFile.JOURNAL_PAGES);

        private final String synchronous;
        private final int journalPages;

        Durability(String synchronous, int journalPages) {
            this.synchronous = synchronous;
            this.journalPages = journalPages;
        }
    }

    /** Reads from one consistent state. */
    @FunctionalInterface
    interface Reading<T> {
        T run(Snapshot snapshot) throws SQLException, StoreException;
    }

    /** Changes the database. */
    @FunctionalInterface
    interface Writing<T> {
        T run(Transaction transaction) throws SQLException, StoreException;
    }

    /** A transaction that the writer has. */
    @FunctionalInterface
    interface Handed<T> {

        /** Waits until it is done. */
        T await() throws StoreException;
    }

    /** One consistent state of the database, while it is read. */
    record Snapshot(Session session, Generation generation) {}

    private final ThreadGuard guard;
    private final Commits commits;
    private final StoreFolder folder;
    private final Faults faults;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("store-writer").daemon().factory());
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Leftovers leftovers = new Leftovers();
    private final IdleCaches caches = new IdleCaches(QUIET, () -> inBackground(OpenStore::giveBackCaches));
    private final JournalKeeper journal = new JournalKeeper(this::takeJournalIn);
    private volatile CompletableFuture<OpenStore> opened = new CompletableFuture<>();
    private @Nullable AutoCloseable locking;

    @Activate
    public Database(
            @Reference Profile profile,
            @Reference ProfileKey key,
            @Reference ThreadGuard guard,
            @Reference Commits commits,
            @Reference StoreNews news) {
        this(new StoreFolder(place(profile), new Schema(), news), new Faults(place(profile)), guard, commits);
        locking = key.onLock(() -> lock(key));
        openWith(key.dataKey());
    }

    // Felix SCR tells constructors apart by how many parameters they have, so no other one has five.
    private Database(StoreFolder folder, Faults faults, ThreadGuard guard, Commits commits) {
        this.guard = guard;
        this.commits = commits;
        this.folder = folder;
        this.faults = faults;
    }

    /**
     * Opens a database outside of the component runtime.
     *
     * @param folder holds the database's files and nothing else
     * @param key completes with the key; the copy it gives is wiped here
     */
    public static Database in(
            Path folder, CompletionStage<byte[]> key, ThreadGuard guard, Commits commits, StoreNews news) {
        Database database =
                new Database(new StoreFolder(folder, new Schema(), news), new Faults(folder), guard, commits);
        database.openWith(key);
        return database;
    }

    private static Path place(Profile profile) {
        return profile.folder().resolve("store");
    }

    private void openWith(CompletionStage<byte[]> key) {
        CompletableFuture<OpenStore> opening = opened;
        key.whenComplete((bytes, failure) -> {
            if (failure != null) {
                opening.completeExceptionally(failure);
            } else {
                openInBackground(bytes, opening);
            }
        });
    }

    private void openInBackground(byte[] key, CompletableFuture<OpenStore> opening) {
        try {
            writer.execute(() -> open(key, opening));
        } catch (RejectedExecutionException e) {
            Arrays.fill(key, (byte) 0);
            opening.completeExceptionally(faults.closed());
        }
    }

    private void open(byte[] key, CompletableFuture<OpenStore> opening) {
        try {
            if (opening.isDone()) {
                return; // locked or closed meanwhile
            }
            Session writing = folder.open(key);
            List<Session> reading = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                reading.add(folder.openReader(key));
            }
            opening.complete(new OpenStore(writing, reading));
            clearLeftovers();
        } catch (SQLException e) {
            opening.completeExceptionally(faults.of(e));
        } catch (StoreException | RuntimeException e) {
            opening.completeExceptionally(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Closes the files, which wipes the cipher's copies of the key; calls wait until they are open again. */
    private void lock(ProfileKey key) {
        CompletableFuture<OpenStore> before = opened;
        opened = new CompletableFuture<>();
        try {
            writer.submit(() -> closeFiles(before)).get();
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "Closed already.", e);
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.log(Level.ERROR, "The local data could not be closed.", e);
        }
        openWith(key.dataKey());
    }

    private void closeFiles(CompletableFuture<OpenStore> files) {
        // Where it was not open yet nobody opens it any more: who waits looks again.
        if (!files.completeExceptionally(LOCKED) && !files.isCompletedExceptionally()) {
            files.join().close();
        }
    }

    <T> T read(Reading<T> reading) throws StoreException {
        guard.check();
        while (true) {
            OpenStore open = awaitOpen();
            Optional<Session> reader = takeReader(open);
            if (reader.isPresent()) {
                try {
                    return read(reader.get(), reading);
                } finally {
                    open.giveBack(reader.get());
                    caches.used();
                }
            }
            checkClosed(); // else it was locked: waits for the unlocking
        }
    }

    private <T> T read(Session session, Reading<T> reading) throws StoreException {
        try {
            session.execute("BEGIN");
            try {
                return reading.run(new Snapshot(session, new Meta(session).generation()));
            } finally {
                session.execute("ROLLBACK");
            }
        } catch (SQLException e) {
            throw noted(faults.of(e));
        } catch (StoreException e) {
            throw noted(e);
        }
    }

    <T> T write(Durability durability, Writing<T> writing) throws StoreException {
        return hand(durability, writing).await();
    }

    /** Hands a transaction to the writer and goes on; it may have to be run again until it was awaited. */
    <T> Handed<T> hand(Durability durability, Writing<T> writing) throws StoreException {
        guard.check();
        OpenStore open = awaitOpen();
        Future<Optional<Written<T>>> result;
        try {
            result = writer.submit(
                    () -> isCurrent(open) ? Optional.of(transact(open, durability, writing)) : Optional.empty());
        } catch (RejectedExecutionException e) {
            throw faults.closed();
        }
        return () -> {
            Optional<Written<T>> written = await(result);
            if (written.isPresent()) {
                return written.get().result();
            }
            checkClosed(); // else it was locked before its turn came
            return write(durability, writing);
        };
    }

    /**
     * What a transaction gave.
     *
     * @param result may be null
     */
    private record Written<T>(T result) {}

    private boolean isCurrent(OpenStore open) {
        CompletableFuture<OpenStore> present = opened;
        return present.isDone() && !present.isCompletedExceptionally() && present.join() == open;
    }

    private void checkClosed() throws StoreException {
        if (closed.get()) {
            throw faults.closed();
        }
    }

    /** What no generation needs any more goes in the background, between other work. */
    void clearLeftovers() {
        inBackground(open -> {
            if (leftovers.clearSome(open.writer())) {
                clearLeftovers();
            }
        });
    }

    /** Upkeep on the writer's thread, between other work; where it fails or there is no time for it, a later one does it. */
    private void inBackground(Upkeep upkeep) {
        if (closed.get()) {
            return;
        }
        try {
            writer.execute(() -> {
                try {
                    CompletableFuture<OpenStore> present = opened;
                    if (!closed.get() && present.isDone() && !present.isCompletedExceptionally()) {
                        upkeep.run(present.join());
                    }
                } catch (SQLException | StoreException e) {
                    LOG.log(Level.WARNING, "Upkeep of the local data failed; it is tried again later.", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "Closing; upkeep is for the next start.", e);
        }
    }

    /** By one of those that read: to take pages over from the journal changes nothing that anybody reads. */
    private void takeJournalIn() {
        CompletableFuture<OpenStore> present = opened;
        if (!present.isDone() || present.isCompletedExceptionally()) {
            return;
        }
        OpenStore open = present.join();
        try {
            Optional<Session> reader = takeReader(open);
            if (reader.isPresent()) {
                try {
                    reader.get().execute("PRAGMA wal_checkpoint(PASSIVE)");
                } finally {
                    open.giveBack(reader.get());
                }
            }
        } catch (SQLException | StoreException e) {
            LOG.log(Level.DEBUG, "The journal stays until the writer takes it in.", e);
        }
    }

    @FunctionalInterface
    private interface Upkeep {
        void run(OpenStore open) throws SQLException, StoreException;
    }

    /**
     * Lets the file grow by so many pages of 4096 bytes and no more, as a disk that is nearly full does; until the
     * database is opened again.
     */
    public void limitGrowth(long pages) throws StoreException {
        write(Durability.NORMAL, transaction -> {
            Session session = transaction.session();
            long present =
                    session.first("PRAGMA page_count", row -> row.getLong(1)).orElse(0L);
            session.execute("PRAGMA max_page_count = " + (present + pages));
            return true;
        });
    }

    /** Waits until the background has nothing left to do: replaced tables are cleared, listeners were told. */
    public void awaitQuiet() throws StoreException {
        awaitOpen();
        await(writer.submit(() -> {
            while (leftovers.clearSome(opened.join().writer())) {
                LOG.log(Level.TRACE, "More is left to clear.");
            }
            commits.awaitTold();
            return true;
        }));
    }

    Leftovers leftovers() {
        return leftovers;
    }

    private OpenStore awaitOpen() throws StoreException {
        while (true) {
            CompletableFuture<OpenStore> present = opened;
            try {
                return await(present);
            } catch (StoreException e) {
                if (e.getCause() != LOCKED || closed.get()) {
                    throw e;
                }
            }
        }
    }

    private <T> Written<T> transact(OpenStore open, Durability durability, Writing<T> writing) throws StoreException {
        Session session = open.writer();
        try {
            session.execute("PRAGMA synchronous = " + durability.synchronous);
            session.execute("PRAGMA wal_autocheckpoint = " + durability.journalPages);
            session.begin();
            try {
                caches.used();
                Transaction transaction = open.begin();
                T result = writing.run(transaction);
                session.commit();
                if (durability == Durability.BULK) {
                    journal.written();
                }
                open.refresh();
                transaction.commit().ifPresent(commits::publish);
                return new Written<>(result);
            } catch (SQLException | StoreException | RuntimeException e) {
                rollBack(session, e);
                throw e;
            }
        } catch (SQLException e) {
            throw noted(faults.of(e));
        }
    }

    private static void rollBack(Session session, Exception reason) {
        try {
            session.rollBack();
        } catch (SQLException e) {
            // After some errors, such as a full disk, SQLite has rolled back by itself and has nothing left to undo.
            reason.addSuppressed(e);
        }
    }

    /** Remembers damage, so that the next start deals with it. */
    private StoreException noted(StoreException e) {
        if (e.reason() == StoreException.Reason.CORRUPT) {
            folder.markDamaged();
        }
        return e;
    }

    private Optional<Session> takeReader(OpenStore open) throws StoreException {
        try {
            return open.takeReader();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw faults.interrupted(e);
        }
    }

    private <T> T await(Future<T> future) throws StoreException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw faults.interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException fault) {
                // A fresh one with the caller's own stack, since one failure to open is told to many callers.
                throw new StoreException(fault.reason(), fault.getMessage(), fault);
            }
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new StoreException(
                    StoreException.Reason.OTHER,
                    "The local data could not be used: " + e.getCause().getMessage(),
                    e);
        }
    }

    /** Lets the transaction under way finish and closes the files. */
    @Deactivate
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        AutoCloseable listening = locking;
        if (listening != null) {
            try {
                listening.close();
            } catch (Exception e) {
                LOG.log(Level.DEBUG, "Could not stop listening for locking.", e);
            }
        }
        journal.close();
        CompletableFuture<OpenStore> present = opened;
        boolean neverOpened = present.completeExceptionally(faults.closed());
        writer.execute(() -> {
            if (!neverOpened && !present.isCompletedExceptionally()) {
                present.join().close();
            }
        });
        writer.close();
    }
}
