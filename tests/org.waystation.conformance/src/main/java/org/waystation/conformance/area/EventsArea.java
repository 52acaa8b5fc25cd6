package org.waystation.conformance.area;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waystation.conformance.Api;
import org.waystation.conformance.Area;
import org.waystation.conformance.Bench;
import org.waystation.conformance.Json;
import org.waystation.conformance.Requirement;
import org.waystation.conformance.Unmet;

/** Server-sent events that say when something newer was committed. */
public final class EventsArea implements Area {

    private static final long SOON_SECONDS = 5;
    private static final long QUIET_MILLIS = 700;

    @Override
    public List<Requirement> requirements() {
        return List.of(
                new Requirement("events.behind", "A cursor that is behind is told so at once.", this::behind),
                new Requirement("events.write", "What is committed is told within five seconds.", this::write),
                new Requirement(
                        "events.quiet",
                        "While nothing is committed no news is told, and no compression delays any.",
                        this::quiet),
                new Requirement(
                        "events.last-id",
                        "A stream that goes on after Last-Event-ID does not tell again what was told.",
                        this::lastId),
                new Requirement(
                        "events.cursor",
                        "A cursor that is none is refused.",
                        bench -> bench.api().get("/v1/events?cursor=nonsense").expect(400, "validation_failed")));
    }

    private void behind(Bench bench) throws Exception {
        String cursor = bench.cursor();
        long seq = bench.newTicket("news").path("seq").asLong();
        try (Stream stream = new Stream(bench, cursor)) {
            Unmet.unless(stream.next().seq() >= seq, "The news must not be older than what was committed.");
        }
    }

    private void write(Bench bench) throws Exception {
        try (Stream stream = new Stream(bench, bench.cursor())) {
            CompletableFuture<News> news = stream.later();
            long seq = bench.newTicket("news").path("seq").asLong();
            Unmet.unless(soon(news).seq() >= seq, "The news must not be older than what was committed.");
        }
    }

    private void quiet(Bench bench) throws Exception {
        try (Stream stream = new Stream(bench, bench.cursor(), "Accept-Encoding", "gzip")) {
            Unmet.unless(
                    !stream.in.incoming().headers().containsKey("content-encoding"), "Events must not be compressed.");
            CompletableFuture<News> news = stream.later();
            try {
                Unmet.unless(false, "News without a reason: " + news.get(QUIET_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                bench.newTicket("news"); // which ends the reader too
                soon(news);
            }
        }
    }

    private void lastId(Bench bench) throws Exception {
        String cursor = bench.cursor();
        bench.newTicket("news");
        String id;
        try (Stream stream = new Stream(bench, cursor)) {
            id = stream.next().id();
        }
        try (Stream stream = new Stream(bench, cursor, "Last-Event-ID", id)) {
            CompletableFuture<News> news = stream.later();
            try {
                News told = news.get(QUIET_MILLIS, TimeUnit.MILLISECONDS);
                Unmet.unless(told.seq() > Long.parseLong(id), "Told again after Last-Event-ID " + id + ": " + told);
            } catch (TimeoutException e) {
                bench.newTicket("newer news");
                Unmet.unless(soon(news).seq() > Long.parseLong(id), "The next news must be newer.");
            }
        }
    }

    private static News soon(CompletableFuture<News> news) throws InterruptedException {
        try {
            return news.get(SOON_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Unmet("No news within " + SOON_SECONDS + " seconds.");
        } catch (ExecutionException e) {
            throw new Unmet("The stream broke: " + e.getCause());
        }
    }

    private record News(String id, long seq) {}

    /** A stream of events. */
    private static final class Stream implements AutoCloseable {

        private final Api.Incomings in;
        private final BufferedReader lines;

        Stream(Bench bench, String cursor, String... headers) throws IOException {
            in = bench.api().open("GET", "/v1/events?cursor=" + cursor, new byte[0], headers);
            Unmet.unlessEqual(200, in.incoming().status(), "the status of the stream of events");
            String type = String.join("", in.incoming().headers().getOrDefault("content-type", List.of()));
            Unmet.unless(type.startsWith("text/event-stream"), "It must be text/event-stream, not " + type);
            lines = new BufferedReader(new InputStreamReader(in.body(), StandardCharsets.UTF_8));
        }

        CompletableFuture<News> later() {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return read();
                } catch (IOException e) {
                    throw new Unmet("The stream of events broke: " + e.getMessage());
                }
            });
        }

        News next() throws InterruptedException {
            return soon(later());
        }

        private News read() throws IOException {
            String id = "";
            String data = "";
            boolean news = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    news = line.substring(6).strip().equals("news");
                } else if (line.startsWith("data:")) {
                    data = line.substring(5);
                } else if (line.isEmpty() && news) {
                    Unmet.unless(id.matches("[0-9]+"), "News must have an id to go on after, not '" + id + "'");
                    return new News(id, Json.read(data).path("seq").asLong());
                }
            }
            throw new Unmet("The stream of events ended.");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
