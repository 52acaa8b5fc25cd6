package org.waystation.store.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.waystation.store.StoreException;

/**
 * The connections while the database is open: one that writes, with what it knows of the current generation, and those
 * that read. Locking the profile ends it; unlocking makes another one.
 */
final class OpenStore {

    private static final Logger LOG = System.getLogger(OpenStore.class.getName());
    /** See https://www.sqlite.org/pragma.html#pragma_shrink_memory. */
    private static final String GIVE_BACK = "PRAGMA shrink_memory";

    private final Session writer;
    private final BlockingDeque<Optional<Session>> readers = new LinkedBlockingDeque<>();
    private final int readerCount;
    private Generation generation;
    private RowKeys rowKeys;

    OpenStore(Session writer, List<Session> readers) throws SQLException, StoreException {
        this.writer = writer;
        this.readerCount = readers.size();
        this.generation = new Meta(writer).generation();
        this.rowKeys = RowKeys.of(writer, generation);
        readers.forEach(reader -> this.readers.add(Optional.of(reader)));
    }

    /** Used on the writer's thread only. */
    Session writer() {
        return writer;
    }

    Transaction begin() {
        return new Transaction(writer, generation, rowKeys);
    }

    /** A snapshot may have been swapped in. */
    void refresh() throws SQLException, StoreException {
        Generation now = new Meta(writer).generation();
        if (!now.equals(generation)) {
            generation = now;
            rowKeys = RowKeys.of(writer, now);
        }
    }

    /** Waits for a connection that is free; empty once this was closed. */
    Optional<Session> takeReader() throws InterruptedException {
        Optional<Session> reader = readers.take();
        if (reader.isEmpty()) {
            readers.add(reader); // for whoever else waits
        }
        return reader;
    }

    void giveBack(Session reader) {
        readers.addFirst(Optional.of(reader)); // its page cache is warm
    }

    /**
     * Gives back to the system what is not needed while nobody reads. The reader that is taken first keeps its pages, so
     * that the first filter after a pause is as quick as any other. Used on the writer's thread only.
     */
    void giveBackCaches() throws SQLException {
        writer.execute(GIVE_BACK);
        List<Optional<Session>> idle = new ArrayList<>();
        try {
            while (readers.size() > 1) {
                Optional<Session> last = readers.pollLast();
                if (last == null) {
                    return; // all are at work again
                }
                idle.add(last);
                if (last.isPresent()) {
                    last.get().execute(GIVE_BACK);
                }
            }
        } finally {
            idle.forEach(readers::addLast);
        }
    }

    /** Waits for the reads under way. The writer is closed last, so that it takes the journal into the file. */
    void close() {
        try {
            for (int i = 0; i < readerCount; i++) {
                readers.take().ifPresent(OpenStore::closeQuietly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readers.add(Optional.empty());
        closeQuietly(writer);
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "A connection to the local data did not close cleanly.", e);
        }
    }
}
