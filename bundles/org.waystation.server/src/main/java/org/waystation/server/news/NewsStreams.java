package org.waystation.server.news;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;

/** All clients that wait for news. */
public final class NewsStreams implements AutoCloseable {

    private final Set<NewsStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicLong latest = new AtomicLong();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("news-heartbeat").factory());

    public NewsStreams(Duration heartbeat) {
        heart.scheduleAtFixedRate(
                () -> streams.forEach(NewsStream::heartbeat),
                heartbeat.toMillis(),
                heartbeat.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Tells everybody who has not yet heard of this sequence. */
    public void publish(long seq) {
        long now = latest.accumulateAndGet(seq, Math::max);
        streams.forEach(stream -> stream.news(now));
    }

    /**
     * Begins a stream that completes the callback when it ends.
     *
     * @param from the sequence the client has
     */
    public void open(Content.Sink sink, long from, Callback whenDone) {
        NewsStream[] self = new NewsStream[1];
        NewsStream stream = new NewsStream(sink, from, whenDone, () -> streams.remove(self[0]));
        self[0] = stream;
        streams.add(stream);
        // After it is in the set, so that nothing published in between is missed. Says hello where there is no news.
        stream.news(latest.get());
    }

    /** How many clients wait. */
    public int size() {
        return streams.size();
    }

    @Override
    public void close() {
        heart.shutdownNow();
        streams.forEach(NewsStream::close);
    }
}
