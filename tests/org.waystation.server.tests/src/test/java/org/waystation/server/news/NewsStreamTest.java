package org.waystation.server.news;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class NewsStreamTest {

    /** A client whose reading the test controls. */
    private static final class SlowSink implements Content.Sink {

        private final List<String> written = new ArrayList<>();
        private final List<Callback> waiting = new ArrayList<>();

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            written.add(StandardCharsets.UTF_8.decode(bytes) + (last ? "END" : ""));
            waiting.add(callback);
        }

        void takeOne() {
            waiting.removeFirst().succeeded();
        }
    }

    private final SlowSink sink = new SlowSink();
    private final List<String> ends = new ArrayList<>();
    private final NewsStream stream = new NewsStream(
            sink,
            UUID.randomUUID(),
            10,
            Callback.from(() -> ends.add("done"), failure -> ends.add("failed")),
            () -> ends.add("removed"));

    @Test
    void newsThatComeWhileTheClientReadsAreJoined() {
        stream.news(10);
        sink.takeOne();
        stream.news(11);
        stream.news(12);
        stream.news(13);
        stream.news(12);
        sink.takeOne();
        sink.takeOne();
        assertEquals(List.of(": waiting\n\n", news(11), news(13)), sink.written);
    }

    @Test
    void aHeartbeatIsSentWhenThereIsNothingElse() {
        stream.news(10);
        sink.takeOne();
        stream.heartbeat();
        sink.takeOne();
        stream.news(10);
        assertEquals(List.of(": waiting\n\n", ": waiting\n\n"), sink.written);
    }

    @Test
    void closingEndsTheStreamAfterTheWriteThatIsUnderWay() {
        stream.news(11);
        stream.close();
        assertEquals(List.of(news(11)), sink.written);
        sink.takeOne();
        sink.takeOne();
        assertEquals(List.of(news(11), "END"), sink.written);
        assertEquals(List.of("removed", "done"), ends);
        stream.news(20);
        stream.close();
        assertEquals(2, sink.written.size());
    }

    @Test
    void aClientThatHasGoneIsForgotten() {
        stream.news(11);
        sink.waiting.removeFirst().failed(new IOException("gone"));
        stream.news(12);
        assertEquals(List.of("removed", "failed"), ends);
        assertEquals(1, sink.written.size());
    }

    @Test
    void nothingPublishedBetweenOpeningAndListeningIsMissed() {
        try (NewsStreams streams = new NewsStreams(Duration.ofHours(1))) {
            streams.publish(30);
            streams.open(sink, UUID.randomUUID(), 10, Callback.NOOP);
            assertEquals(List.of(news(30)), sink.written);
            assertEquals(1, streams.size());
            sink.waiting.removeFirst().failed(new IOException("gone"));
            assertTrue(streams.size() == 0);
        }
    }

    private static String news(long seq) {
        return "event: news\ndata: {\"seq\":" + seq + "}\nid: " + seq + "\n\n";
    }
}
