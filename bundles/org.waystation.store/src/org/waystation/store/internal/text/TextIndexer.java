package org.waystation.store.internal.text;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.profile.Profile;
import org.waystation.api.profile.ProfileKey;
import org.waystation.api.search.TextSearch.Progress;
import org.waystation.store.Documents;
import org.waystation.store.Documents.Change;
import org.waystation.store.Records;
import org.waystation.store.StoreException;
import org.waystation.store.internal.PrivateFiles;
import org.waystation.store.internal.TextFeed;
import org.waystation.store.internal.TextFeed.Batch;
import org.waystation.store.internal.TextFeed.Entry;
import org.waystation.store.internal.TextFeed.Place;
import org.waystation.store.internal.blob.BlobCipher;

/** Keeps the full-text index up to date in the background. What cannot be read of it is made anew from the records. */
@Component(immediate = true, service = TextIndexer.class)
public final class TextIndexer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TextIndexer.class.getName());
    /** Collection of the index's key, which ties it to its database. */
    public static final String KEYS = "text.keys";

    private static final String KEY = "index";
    private static final int BATCH = 2_000;

    /** So many rows are taken in between two writings to the disk. */
    private static final int COMMIT = 100_000;

    /** Deciphered pieces kept: 8 MiB, which what is asked for again and again fits in. */
    private static final int CACHED_CHUNKS = 512;

    /** Changes that come together are taken in together. */
    private static final long MOMENT_MILLIS = 150;

    private final Path folder;
    private final TextFeed feed;
    private final Documents documents;
    private final AutoCloseable commits;
    private final AutoCloseable locking;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("text-index").daemon().factory());
    private final Object opening = new Object();
    private @Nullable TextIndex open;
    private volatile Progress progress = new Progress(0, 1);
    private volatile boolean closed;

    @Activate
    public TextIndexer(
            @Reference Profile profile,
            @Reference ProfileKey key,
            @Reference TextFeed feed,
            @Reference Documents documents,
            @Reference Records records) {
        this.folder = profile.folder().resolve("text");
        this.feed = feed;
        this.documents = documents;
        this.commits = records.onCommit(commit -> wake());
        this.locking = key.onLock(this::letGo);
        wake();
    }

    /** Takes in what waits, soon. */
    private void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                worker.schedule(this::work, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.TRACE, "Closed already.", e);
            }
        }
    }

    private void work() {
        asked.set(false);
        try {
            takeIn();
        } catch (StoreException e) {
            LOG.log(closed ? Level.TRACE : Level.WARNING, "The full-text index waits for the local data.", e);
        } catch (IOException | RuntimeException e) {
            if (closed || isLetGo()) {
                LOG.log(Level.DEBUG, "The full-text index was closed meanwhile.", e);
            } else {
                LOG.log(Level.WARNING, "The full-text index could not be written; it is made anew.", e);
                discard();
                wake();
            }
        }
    }

    private void takeIn() throws IOException {
        TextIndex index = index();
        Place at = index.place();
        int since = 0;
        while (!closed) {
            Optional<Batch> next = feed.next(at, BATCH);
            if (next.isEmpty()) {
                return; // nothing to begin with yet
            }
            Batch batch = next.get();
            if (batch.after().generation() != at.generation()) {
                index.clear();
            }
            for (Entry entry : batch.entries()) {
                if (entry.known()) {
                    index.replace(entry.row(), entry.record());
                } else {
                    index.add(entry.row(), entry.record());
                }
            }
            since += batch.entries().size();
            boolean moved = !batch.after().equals(index.place());
            at = batch.after();
            if (moved && (!batch.more() || since >= COMMIT)) {
                index.commit(at);
                feed.handled(at);
                since = 0;
            }
            if (!batch.more()) {
                progress = new Progress(index.size(), 0);
                return;
            }
            progress = new Progress(index.size(), Math.max(1, feed.waiting(at)));
        }
    }

    Progress progress() {
        return progress;
    }

    boolean upToDate() {
        return progress.waiting() == 0 && !asked.get();
    }

    /** The index, opened where it is not; waits while the profile is locked. */
    TextIndex index() throws IOException {
        synchronized (opening) {
            if (open != null) {
                return open;
            }
        }
        byte[] key = key();
        synchronized (opening) {
            if (open == null) {
                PrivateFiles.createFolder(folder);
                try {
                    open = TextIndex.open(folder, key, CACHED_CHUNKS);
                } catch (IOException | RuntimeException e) {
                    LOG.log(Level.WARNING, "The full-text index cannot be read; it is made anew.", e);
                    empty();
                    open = TextIndex.open(folder, key, CACHED_CHUNKS);
                }
            }
            return open;
        }
    }

    private byte[] key() throws StoreException {
        Optional<byte[]> known = documents.find(KEYS, KEY);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] fresh = new byte[BlobCipher.KEY_LENGTH];
        new SecureRandom().nextBytes(fresh);
        documents.write(List.of(new Change(KEYS, KEY, fresh)));
        return fresh;
    }

    private boolean isLetGo() {
        synchronized (opening) {
            return open == null;
        }
    }

    /** Closes the files and wipes what was deciphered; the next search or change opens them again. */
    private void letGo() {
        synchronized (opening) {
            TextIndex index = open;
            open = null;
            if (index != null) {
                try {
                    index.close();
                } catch (IOException | RuntimeException e) {
                    LOG.log(Level.WARNING, "The full-text index did not close cleanly.", e);
                }
            }
        }
    }

    private void discard() {
        synchronized (opening) {
            letGo();
            try {
                empty();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The full-text index could not be removed.", e);
            }
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Waits until all that was committed to the database can be found. */
    public void awaitUpToDate() throws Exception {
        worker.submit(this::work).get();
    }

    @Deactivate
    @Override
    public void close() {
        closed = true;
        end(commits);
        end(locking);
        worker.shutdownNow();
        letGo(); // what the worker is at ends with it
    }

    private static void end(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "A subscription did not end cleanly.", e);
        }
    }
}
