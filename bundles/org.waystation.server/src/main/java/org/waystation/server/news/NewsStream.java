package org.waystation.server.news;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;

/**
 * One client that waits for news. It holds no thread: news that come while a write is under way are joined, and the last
 * one is sent when the write has ended.
 */
final class NewsStream {

    private static final ByteBuffer HEARTBEAT = ByteBuffer.wrap(": waiting\n\n".getBytes(StandardCharsets.UTF_8));

    private final Content.Sink sink;
    private final UUID person;
    private final Callback whenDone;
    private final Runnable onEnd;

    private long told;
    private long known;
    private boolean heartbeatDue = true;
    private boolean writing;
    private boolean closing;
    private boolean ended;

    /**
     * @param person who waits
     * @param from the sequence the client has
     * @param whenDone completes the exchange
     * @param onEnd called once when nothing more can be sent
     */
    NewsStream(Content.Sink sink, UUID person, long from, Callback whenDone, Runnable onEnd) {
        this.sink = sink;
        this.person = person;
        this.told = from;
        this.known = from;
        this.whenDone = whenDone;
        this.onEnd = onEnd;
    }

    UUID person() {
        return person;
    }

    void news(long seq) {
        synchronized (this) {
            known = Math.max(known, seq);
        }
        send();
    }

    /** Keeps the connection open, and finds out when the client has gone. */
    void heartbeat() {
        synchronized (this) {
            heartbeatDue = true;
        }
        send();
    }

    void close() {
        synchronized (this) {
            closing = true;
        }
        send();
    }

    private void send() {
        ByteBuffer next;
        boolean last;
        synchronized (this) {
            if (writing || ended) {
                return;
            }
            last = closing;
            if (last) {
                next = ByteBuffer.allocate(0);
            } else if (known > told) {
                told = known;
                next = ByteBuffer.wrap(("event: news\ndata: {\"seq\":" + told + "}\nid: " + told + "\n\n")
                        .getBytes(StandardCharsets.UTF_8));
            } else if (heartbeatDue) {
                next = HEARTBEAT.slice();
            } else {
                return;
            }
            heartbeatDue = false;
            writing = true;
        }
        // Outside of the lock: the callback may come at once, in this thread.
        sink.write(last, next, Callback.from(() -> written(last), this::failed));
    }

    private void written(boolean last) {
        synchronized (this) {
            writing = false;
            ended |= last;
        }
        if (last) {
            onEnd.run();
            whenDone.succeeded();
        } else {
            send();
        }
    }

    private void failed(Throwable reason) {
        synchronized (this) {
            writing = false;
            ended = true;
        }
        onEnd.run();
        whenDone.failed(reason);
    }
}
