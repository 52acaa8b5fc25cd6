package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.SnapshotSink;

/** Every way in which an answer can be wrong, late or missing. */
class FaultsTest extends MspBackendTest {

    private static final String BEGIN = "{\"begin\":{\"epoch\":\"one\",\"expected\":{\"ticket\":2}}}\n";
    private static final String TICKET =
            "{\"kind\":\"ticket\",\"id\":\"01980000-0000-7000-8000-00000000000a\",\"version\":1,\"seq\":1,\"data\":{}}\n";
    private static final String END = "{\"end\":{\"epoch\":\"one\",\"cursor\":\"c\",\"records\":1}}\n";

    @Test
    void tokens() {
        server.answer = TestServer.problem(401, "token_expired");
        assertTrue(fails(Cause.TOKEN_EXPIRED, backend::session).getMessage().contains("Sign in again"));
        for (String code : List.of("token_invalid", "token_missing", "whatever")) {
            server.answer = TestServer.problem(401, code);
            assertTrue(fails(Cause.TOKEN_INVALID, backend::session).getMessage().contains("Sign in again"));
        }
        server.answer = TestServer.of(401, "text/html", "<html>");
        fails(Cause.TOKEN_INVALID, backend::session);
        server.answer = TestServer.problem(403, "forbidden");
        assertTrue(fails(Cause.FORBIDDEN, backend::session).getMessage().contains("In the test."));
    }

    @Test
    void cursors() {
        for (String code : List.of("cursor_expired", "epoch_changed")) {
            server.answer = TestServer.problem(410, code);
            fails(Cause.CURSOR_EXPIRED, () -> backend.changes("old", 500));
        }
    }

    @Test
    void slowDownForSomeSeconds() {
        server.answer = TestServer.problem(429, "too_many_requests", "Retry-After", "17");
        BackendException e = fails(Cause.SERVER_ERROR, backend::session);
        assertEquals(Optional.of(Duration.ofSeconds(17)), e.retryAfter());
        assertTrue(e.passes());
    }

    @Test
    void slowDownUntilSomeTime() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10));
        server.answer = TestServer.problem(503, "unavailable", "Retry-After", date);
        Duration wait = fails(Cause.SERVER_ERROR, backend::session).retryAfter().orElseThrow();
        assertTrue(wait.toMinutes() >= 5 && wait.toMinutes() <= 10, wait::toString);
    }

    @Test
    void serverErrors() {
        for (int status : new int[] {500, 502, 503, 504}) {
            server.answer = TestServer.problem(status, "internal_error");
            BackendException e = fails(Cause.SERVER_ERROR, backend::session);
            assertEquals(Optional.empty(), e.retryAfter());
            assertTrue(e.getMessage().contains("" + status));
        }
        server.answer = TestServer.of(502, "text/html", "<html>Bad gateway</html>");
        fails(Cause.SERVER_ERROR, backend::session);
    }

    @Test
    void ourOwnFault() {
        server.answer = TestServer.problem(422, "validation_failed");
        assertTrue(fails(Cause.REFUSED, backend::session).getMessage().contains("In the test."));
    }

    @Test
    void somethingElseAnswers() {
        server.answer = TestServer.of(200, "text/html", "<html>Welcome to our hotel</html>");
        assertTrue(fails(Cause.MALFORMED, backend::session).getMessage().contains("sign in to the network"));
        server.answer = TestServer.of(404, "text/html", "<html>Not here</html>");
        fails(Cause.MALFORMED, backend::session);
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (TestServer elsewhere = TestServer.plain()) {
            elsewhere.answer = TestServer.json(SESSION);
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                server.answer = TestServer.of(status, "text/plain", "", "Location", elsewhere.uri() + "v1/session");
                fails(Cause.MALFORMED, backend::session);
            }
            assertTrue(elsewhere.requests.isEmpty(), "the token went nowhere else");
            int before = server.requests.size();
            server.answer = TestServer.of(302, "text/plain", "", "Location", "/somewhere/here");
            fails(Cause.MALFORMED, backend::session);
            assertEquals(before + 1, server.requests.size(), "nor to another place of the same server");
        }
    }

    @Test
    void malformedJson() {
        for (String body : List.of(
                "",
                "{",
                "[]",
                "null",
                "{\"user\":3}",
                "{}",
                SESSION.replace("01980000", "x"),
                SESSION + "{}",
                SESSION.replace("2026-03-02T", "yesterday "),
                "\u0000\u0001")) {
            server.answer = TestServer.json(body);
            fails(Cause.MALFORMED, backend::session);
        }
        for (String changes : List.of(
                "{}",
                "[3]",
                "[{}]",
                "[{\"kind\":\"Not A Kind\",\"id\":\"01980000-0000-7000-8000-00000000000a\"}]",
                "[" + TICKET.replace("\"version\":1", "\"version\":-1") + "]",
                "[" + TICKET.replace("\"data\":{}", "\"data\":null") + "]")) {
            server.answer =
                    TestServer.json("{\"epoch\":\"one\",\"cursor\":\"c\",\"more\":false,\"changes\":" + changes + "}");
            fails(Cause.MALFORMED, () -> backend.changes("c", 500));
        }
        server.answer = TestServer.json(
                "{\"results\":[{\"id\":\"01980000-0000-7000-8000-00000000000a\",\"outcome\":\"maybe\"}]}");
        fails(Cause.MALFORMED, () -> backend.push(List.of(Operations.note())));
    }

    @Test
    void deeplyNestedJson() {
        server.answer = TestServer.json("{\"later\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        fails(Cause.MALFORMED, backend::session);
    }

    @Test
    void truncatedBody() {
        server.answer = TestServer.cutOff("application/json", SESSION.substring(0, 40));
        fails(Cause.MALFORMED, backend::session);
        server.answer = TestServer.cutOff("application/x-ndjson", BEGIN + TICKET);
        fails(Cause.MALFORMED, () -> backend.snapshot(Set.of(), new Ignoring()));
    }

    @Test
    void hugeBody() {
        server.answer = endless("application/json", "{\"provider\":\"", "xxxxxxxxxxxxxxxx");
        fails(Cause.MALFORMED, backend::session);
        server.answer = endless("application/json", "{\"later\":[", "1,1,1,1,1,1,1,1,1,1,");
        fails(Cause.MALFORMED, backend::session);
        server.answer = endless("application/x-ndjson", BEGIN + "{\"data\":{\"body\":\"", "xxxxxxxxxxxxxxxx");
        fails(Cause.MALFORMED, () -> backend.snapshot(Set.of(), new Ignoring()));
    }

    @Test
    void hugeProblemIsNotReadToItsEnd() {
        server.answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(500, 0);
            writeWithoutEnd(exchange.getResponseBody(), "{\"title\":\"", "xxxxxxxxxxxxxxxx");
        };
        fails(Cause.SERVER_ERROR, backend::session);
    }

    @Test
    void snapshotsThatAreNotWhole() {
        Map<String, String> bodies = Map.of(
                "no end", BEGIN + TICKET,
                "half a line", BEGIN + TICKET.substring(0, 30),
                "no beginning", TICKET + END,
                "a record is missing", BEGIN + END,
                "more after the end", BEGIN + TICKET + END + TICKET,
                "nothing", "",
                "no cursor", BEGIN + TICKET + END.replace("\"cursor\":\"c\",", ""));
        bodies.forEach((what, body) -> {
            server.answer = TestServer.of(200, "application/x-ndjson", body);
            fails(Cause.MALFORMED, () -> backend.snapshot(Set.of(), new Ignoring()));
        });
    }

    @Test
    void aServerThatIsNotThere() {
        server.close();
        assertTrue(fails(Cause.UNREACHABLE, backend::session).passes());
    }

    @Test
    void aNameThatIsNotKnown() {
        address = URI.create("https://nobody.invalid/");
        assertTrue(fails(Cause.UNREACHABLE, backend::session).getMessage().contains("nobody.invalid"));
    }

    @Test
    void aServerThatNeverAnswers() {
        CountDownLatch over = new CountDownLatch(1);
        server.answer = exchange -> await(over);
        MspBackend hasty = backend(new Timing(Duration.ofSeconds(60), Duration.ofMillis(200), Duration.ofMillis(200)));
        fails(Cause.UNREACHABLE, hasty::session);
        fails(Cause.UNREACHABLE, () -> hasty.awaitNews("c", Duration.ofMinutes(5)));
        over.countDown();
        hasty.close();
    }

    @Test
    void aServerThatSpeaksNoHttp() throws Exception {
        try (java.net.ServerSocket socket =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            address = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
            Thread answering = Thread.ofVirtual().start(() -> {
                try (java.net.Socket client = socket.accept()) {
                    client.getOutputStream()
                            .write("220 mail.example.org ESMTP\r\n\r\n"
                                    .repeat(200)
                                    .getBytes(StandardCharsets.US_ASCII));
                    client.shutdownOutput();
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the client has had enough, which is what the test is about
                    assertFalse(socket.isClosed());
                }
            });
            BackendException e =
                    org.junit.jupiter.api.Assertions.assertThrows(BackendException.class, backend::session);
            assertTrue(e.passes(), e::getMessage);
            answering.join();
        }
    }

    @Test
    void anUnencryptedAddressElsewhereGetsNoToken() {
        address = URI.create("http://msp.example.org/");
        assertTrue(fails(Cause.REFUSED, backend::session).getMessage().contains("https"));
    }

    @Test
    void interruptionWhileNothingAnswers() throws Exception {
        interruptedDuring(exchange -> {}, Cause.CANCELLED);
    }

    @Test
    void interruptionInTheMiddleOfABody() throws Exception {
        interruptedDuring(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("{\"provider\":".getBytes(StandardCharsets.US_ASCII));
                    exchange.getResponseBody().flush();
                },
                Cause.CANCELLED);
    }

    @Test
    void interruptionBeforeTheCall() throws Exception {
        server.answer = TestServer.json(SESSION);
        FutureTask<BackendException> call = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            return fails(Cause.CANCELLED, backend::session);
        });
        Thread.ofPlatform().start(call);
        call.get(60, TimeUnit.SECONDS);
        assertTrue(server.requests.isEmpty());
    }

    private void interruptedDuring(TestServer.Answer beginning, Cause expected) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        server.answer = exchange -> {
            beginning.write(exchange);
            arrived.countDown();
            await(over);
        };
        FutureTask<BackendException> call = new FutureTask<>(() -> fails(expected, backend::session));
        Thread calling = Thread.ofPlatform().start(call);
        assertTrue(arrived.await(60, TimeUnit.SECONDS));
        calling.interrupt();
        call.get(30, TimeUnit.SECONDS); // less than the 60 s after which the read itself would give up
        over.countDown();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static TestServer.Answer endless(String type, String start, String piece) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            writeWithoutEnd(exchange.getResponseBody(), start, piece);
        };
    }

    /** Ends only because the client hangs up. */
    @SuppressWarnings("InfiniteLoopStatement")
    private static void writeWithoutEnd(OutputStream body, String start, String piece) throws IOException {
        body.write(start.getBytes(StandardCharsets.US_ASCII));
        byte[] pieces = piece.repeat(4_000).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            body.write(pieces);
        }
    }

    private static final class Ignoring implements SnapshotSink {

        @Override
        public void begin(String epoch, Map<EntityKind, Long> expected) {}

        @Override
        public void record(EntityRecord record) {}

        @Override
        public void workable() {}
    }
}
