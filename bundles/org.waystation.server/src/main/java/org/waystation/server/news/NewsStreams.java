package org.waystation.server.news;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
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
     * @param person who waits
     * @param from the sequence the client has
     */
    public void open(Content.Sink sink, UUID person, long from, Callback whenDone) {
        NewsStream[] self = new NewsStream[1];
        NewsStream stream = new NewsStream(sink, person, from, whenDone, () -> streams.remove(self[0]));
        self[0] = stream;
        streams.add(stream);
        // After it is in the set, so that nothing published in between is missed. Says hello where there is no news.
        stream.news(latest.get());
    }

    /** Ends the streams of somebody whose access is another one: whoever comes again is asked who that is. */
    public void end(UUID person) {
        streams.stream().filter(stream -> stream.person().equals(person)).forEach(NewsStream::close);
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
