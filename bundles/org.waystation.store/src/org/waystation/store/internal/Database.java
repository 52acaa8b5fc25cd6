package org.waystation.store.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
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

    /** How durable a transaction has to be before the call returns. */
    enum Durability {
        /** On disk: a loss of power does not undo it. */
        FULL,
        /** Whole or not at all, but a loss of power may undo it: for what the server can send again. */
        NORMAL
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

    /** One consistent state of the database, while it is read. */
    record Snapshot(Session session, Generation generation) {}

    private final ThreadGuard guard;
    private final Commits commits;
    private final StoreFolder folder;
    private final Faults faults;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("store-writer").daemon().factory());
    private final BlockingDeque<Reader> readers = new LinkedBlockingDeque<>();
    private final CompletableFuture<Writer> opened = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Leftovers leftovers = new Leftovers();

    @Activate
    public Database(
            @Reference Profile profile,
            @Reference ProfileKey key,
            @Reference ThreadGuard guard,
            @Reference Commits commits,
            @Reference StoreNews news) {
        this(new StoreFolder(place(profile), new Schema(), news), new Faults(place(profile)), guard, commits);
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
        key.whenComplete((bytes, failure) -> {
            if (failure != null) {
                opened.completeExceptionally(failure);
            } else {
                openInBackground(bytes);
            }
        });
    }

    private void openInBackground(byte[] key) {
        try {
            writer.execute(() -> open(key));
        } catch (RejectedExecutionException e) {
            Arrays.fill(key, (byte) 0);
            opened.completeExceptionally(faults.closed());
        }
    }

    private void open(byte[] key) {
        try {
            Writer opening = new Writer(folder.open(key));
            for (int i = 0; i < READERS; i++) {
                readers.add(new Reader(folder.openReader(key)));
            }
            opened.complete(opening);
            clearLeftovers();
        } catch (SQLException e) {
            opened.completeExceptionally(faults.of(e));
        } catch (StoreException | RuntimeException e) {
            opened.completeExceptionally(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    <T> T read(Reading<T> reading) throws StoreException {
        guard.check();
        awaitOpen();
        Reader reader = takeReader();
        Session session = reader.session();
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
        } finally {
            readers.addFirst(reader); // its page cache is warm
        }
    }

    <T> T write(Durability durability, Writing<T> writing) throws StoreException {
        guard.check();
        awaitOpen();
        Future<T> result;
        try {
            result = writer.submit(() -> transact(durability, writing));
        } catch (RejectedExecutionException e) {
            throw faults.closed();
        }
        return await(result);
    }

    /** What no generation needs any more goes in the background, between other work. */
    void clearLeftovers() {
        if (closed.get()) {
            return;
        }
        try {
            writer.execute(() -> {
                try {
                    if (!closed.get() && leftovers.clearSome(opened.join().session)) {
                        clearLeftovers();
                    }
                } catch (SQLException | StoreException e) {
                    LOG.log(Level.WARNING, "Replaced tables could not be cleared; the next start tries again.", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "Closing; the next start clears the rest.", e);
        }
    }

    /** Waits until the background has nothing left to do: replaced tables are cleared, listeners were told. */
    public void awaitQuiet() throws StoreException {
        awaitOpen();
        await(writer.submit(() -> {
            while (leftovers.clearSome(opened.join().session)) {
                LOG.log(Level.TRACE, "More is left to clear.");
            }
            commits.awaitTold();
            return true;
        }));
    }

    Leftovers leftovers() {
        return leftovers;
    }

    private Writer awaitOpen() throws StoreException {
        return await(opened);
    }

    private <T> T transact(Durability durability, Writing<T> writing) throws StoreException {
        Writer open = opened.join();
        Session session = open.session;
        try {
            session.execute("PRAGMA synchronous = " + durability);
            session.execute("BEGIN IMMEDIATE");
            try {
                Transaction transaction = new Transaction(session, open.generation, open.rowKeys);
                T result = writing.run(transaction);
                session.execute("COMMIT");
                open.refresh();
                transaction.commit().ifPresent(commits::publish);
                return result;
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
            session.execute("ROLLBACK");
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

    private Reader takeReader() throws StoreException {
        try {
            Reader reader = readers.take();
            if (reader == Reader.NONE) {
                readers.add(Reader.NONE); // for whoever else waits
                throw faults.closed();
            }
            return reader;
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
        boolean neverOpened = opened.completeExceptionally(faults.closed());
        writer.execute(() -> {
            if (!neverOpened && !opened.isCompletedExceptionally()) {
                closeReaders();
                closeQuietly(opened.join().session); // last, so that it takes the journal into the file
            }
        });
        writer.close();
    }

    private void closeReaders() {
        try {
            for (int i = 0; i < READERS; i++) {
                closeQuietly(readers.take().session()); // waits for the reads under way
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readers.add(Reader.NONE);
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "A connection to the local data did not close cleanly.", e);
        }
    }

    /**
     * A reading connection in the pool.
     *
     * @param connection null in the one that tells that there are no more
     */
    private record Reader(@Nullable Session connection) {

        private static final Reader NONE = new Reader(null);

        Session session() {
            return Objects.requireNonNull(connection);
        }
    }

    /** The writing connection and what it knows of the current generation. */
    private static final class Writer {

        private final Session session;
        private Generation generation;
        private RowKeys rowKeys;

        Writer(Session session) throws SQLException, StoreException {
            this.session = session;
            this.generation = new Meta(session).generation();
            this.rowKeys = RowKeys.of(session, generation);
        }

        /** A snapshot may have been swapped in. */
        void refresh() throws SQLException, StoreException {
            Generation now = new Meta(session).generation();
            if (!now.equals(generation)) {
                generation = now;
                rowKeys = RowKeys.of(session, now);
            }
        }
    }
}
