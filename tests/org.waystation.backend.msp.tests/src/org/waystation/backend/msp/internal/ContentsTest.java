package org.waystation.backend.msp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waystation.api.sync.BackendException;
import org.waystation.api.sync.BackendException.Cause;
import org.waystation.api.sync.ContentTransfer;

/** Uploads by tus and downloads by ranges, against a server that can be made to forget and to break. */
class ContentsTest extends MspBackendTest {

    private static final UUID PLACE = UUID.fromString("01980000-0000-7000-8000-0000000000aa");
    private static final UUID ATTACHMENT = UUID.fromString("01980000-0000-7000-8000-0000000000bb");
    private static final String TEXT = "0123456789".repeat(2_000_000); // more than two pieces of 8 MiB

    private final Outgoing content = new Outgoing(TEXT);
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private boolean known;

    @Test
    void aNewContentIsAnnouncedWithItsHashAndSentInPieces() throws Exception {
        server.answer = this::tus;
        backend.contents().orElseThrow().upload(content);

        assertEquals(TEXT, taken.toString(StandardCharsets.US_ASCII));
        assertEquals(Optional.of("/v1/uploads/" + PLACE), content.location);
        assertEquals("sha256 YWJj", server.requests.getFirst().headers().getFirst("Upload-Metadata"));
        assertEquals("1.0.0", server.last().headers().getFirst("Tus-Resumable"));
        assertEquals(List.of("POST", "PATCH", "PATCH", "PATCH"), methods());
        assertEquals(TEXT.length(), content.sent.getLast().intValue());
    }

    @Test
    void oneThatBrokeOffGoesOnWhereTheServerStands() throws Exception {
        server.answer = this::tus;
        known = true;
        taken.writeBytes(TEXT.substring(0, 19_000_000).getBytes(StandardCharsets.US_ASCII));
        content.location = Optional.of("/v1/uploads/" + PLACE);
        backend.contents().orElseThrow().upload(content);

        assertEquals(List.of("HEAD", "PATCH"), methods());
        assertEquals(1_000_000, server.last().body().length());
        assertEquals(TEXT.length(), taken.size());
    }

    @Test
    void whereTheServerHasForgottenItItBeginsAgain() throws Exception {
        server.answer = this::tus;
        content.location = Optional.of("/v1/uploads/" + PLACE);
        backend.contents().orElseThrow().upload(content);
        assertEquals(List.of("HEAD", "POST", "PATCH", "PATCH", "PATCH"), methods());
        assertEquals(TEXT.length(), taken.size());
    }

    @Test
    void theFileGoesToNoOtherServer() throws Exception {
        server.answer = this::tus;
        content.location = Optional.of("https://elsewhere.example/v1/uploads/" + PLACE);
        known = true;
        backend.contents().orElseThrow().upload(content);
        assertEquals(TEXT.length(), taken.size());
    }

    @Test
    void eachPieceComesWithItsChecksumAndAGarbledOneIsSentAgain() throws Exception {
        server.answer = exchange -> {
            if (exchange.getRequestMethod().equals("PATCH") && methods().size() == 3) {
                exchange.sendResponseHeaders(460, -1);
            } else {
                tus(exchange);
            }
        };
        backend.contents().orElseThrow().upload(content);
        assertEquals(List.of("POST", "PATCH", "PATCH", "HEAD", "PATCH", "PATCH"), methods());
        assertEquals(TEXT, taken.toString(StandardCharsets.US_ASCII));
        for (TestServer.Request request : server.requests) {
            if (request.method().equals("PATCH")) {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(request.body().getBytes(StandardCharsets.US_ASCII));
                assertEquals(
                        "sha256 " + Base64.getEncoder().encodeToString(digest),
                        request.headers().getFirst("Upload-Checksum"));
            }
        }
    }

    @Test
    void whatNeverArrivesAsItIsBeginsAgain() {
        server.answer = exchange -> {
            if (exchange.getRequestMethod().equals("PATCH")) {
                exchange.sendResponseHeaders(460, -1);
            } else {
                tus(exchange);
            }
        };
        BackendException failure = assertThrows(
                BackendException.class, () -> backend.contents().orElseThrow().upload(content));
        assertEquals(Cause.MALFORMED, failure.kind());
        assertEquals(true, failure.passes());
        assertEquals(Optional.empty(), content.location);
    }

    @Test
    void tooLargeIsARefusal() {
        server.answer = TestServer.problem(413, "payload_too_large");
        BackendException failure = assertThrows(
                BackendException.class, () -> backend.contents().orElseThrow().upload(content));
        assertEquals(Cause.REFUSED, failure.kind());
    }

    @Test
    void aDownloadAsksForTheRestAndSkipsWhatItDidNotAskFor() throws Exception {
        server.answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 4-9/10");
            answer(exchange, 206, "456789");
        };
        assertEquals("56789", download(5));
        assertEquals("bytes=5-", server.last().headers().getFirst("Range"));
        assertEquals(
                "/v1/attachments/" + ATTACHMENT + "/content",
                server.last().uri().toString());

        server.answer = exchange -> answer(exchange, 200, "0123456789"); // a server that knows no ranges
        assertEquals("789", download(7));
        assertEquals("0123456789", download(0));
    }

    @Test
    void aDownloadThatLeavesSomethingOutIsNotTaken() {
        server.answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 6-9/10");
            answer(exchange, 206, "6789");
        };
        assertEquals(
                Cause.MALFORMED,
                assertThrows(BackendException.class, () -> download(5)).kind());
    }

    @Test
    void aDiskThatIsFullHereIsNoFaultOfTheConnection() {
        server.answer = exchange -> answer(exchange, 200, "0123456789");
        IOException full = assertThrows(
                IOException.class,
                () -> backend.contents().orElseThrow().download(ATTACHMENT, 0, (bytes, offset, length) -> {
                    throw new IOException("full");
                }));
        assertEquals("full", full.getMessage());
    }

    private String download(long from) throws Exception {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        backend.contents().orElseThrow().download(ATTACHMENT, from, kept::write);
        return kept.toString(StandardCharsets.US_ASCII);
    }

    private List<String> methods() {
        return server.requests.stream().map(TestServer.Request::method).toList();
    }

    private void tus(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                known = true;
                exchange.getResponseHeaders().set("Location", "/v1/uploads/" + PLACE);
                exchange.sendResponseHeaders(201, -1);
            }
            case "HEAD" -> {
                exchange.getResponseHeaders().set("Upload-Offset", String.valueOf(taken.size()));
                exchange.sendResponseHeaders(known ? 204 : 410, -1);
            }
            default -> {
                taken.writeBytes(server.last().body().getBytes(StandardCharsets.US_ASCII));
                exchange.getResponseHeaders().set("Upload-Offset", String.valueOf(taken.size()));
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static final class Outgoing implements ContentTransfer.Outgoing {

        private final byte[] bytes;
        private final List<Long> sent = new ArrayList<>();
        private Optional<String> location = Optional.empty();

        Outgoing(String text) {
            bytes = text.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String sha256() {
            return "abc";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public Optional<String> location() {
            return location;
        }

        @Override
        public void located(Optional<String> place) {
            location = place;
        }

        @Override
        public InputStream open(long from) {
            return new ByteArrayInputStream(bytes, (int) from, bytes.length);
        }

        @Override
        public void sent(long count) {
            sent.add(count);
        }
    }
}
