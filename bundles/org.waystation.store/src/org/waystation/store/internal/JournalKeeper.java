package org.waystation.store.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Has the journal taken into the file beside the writer while one large transaction comes after the other: each page is
 * deciphered and enciphered again for it, which is a good part of what writing costs. What it has not taken in by the time
 * the journal is full the writer takes in by itself, so nothing depends on it (https://www.sqlite.org/wal.html#ckpt).
 */
final class JournalKeeper implements AutoCloseable {

    /** Pages that several transactions change are taken in once. */
    private static final int TRANSACTIONS = 5;

    private final Runnable takeIn;

    /** One at a time; whoever comes while it is under way is not needed. The thread goes with the end of a snapshot. */
    private final ExecutorService thread = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("store-journal").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    private int written; // of the writer's thread alone

    /** @param takeIn is run on a thread of its own */
    JournalKeeper(Runnable takeIn) {
        this.takeIn = takeIn;
    }

    /** One of many transactions was written. */
    void written() {
        if (++written % TRANSACTIONS == 0) {
            thread.execute(takeIn);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
