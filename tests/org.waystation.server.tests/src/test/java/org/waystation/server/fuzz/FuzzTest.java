package org.waystation.server.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waystation.server.ServerExtension;
import org.waystation.server.TestServer;
import org.waystation.server.contract.Contract;

/**
 * Throws requests at the server that no client sends: never an answer of 500, never a stack trace, and memory stays
 * bounded. {@code -Dwaystation.fuzz.requests=20000} is the long mode, {@code -Dwaystation.fuzz.seed} repeats a run.
 */
@ExtendWith(ServerExtension.class)
class FuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
    private static final int REQUESTS = Integer.getInteger("waystation.fuzz.requests", 1_000);
    private static final long SEED = Long.getLong("waystation.fuzz.seed", 42L);
    private static final long MEMORY = 256L * 1024 * 1024;

    private final TestServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    FuzzTest(TestServer server) {
        this.server = server;
    }

    @Test
    void nothingThatIsSentMakesTheServerFail() throws Exception {
        List<String> ids = server.sql("(select id::text from record where kind = 'ticket' limit 20) union all"
                + " (select id::text from record where kind <> 'ticket' order by random() limit 60)");
        HostileRequests requests = new HostileRequests(new Contract().document(), ids, SEED);
        long before = usedMemory();
        Map<Integer, Integer> answers = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            HostileRequests.Shot shot = requests.next();
            HttpResponse<String> answer = send(shot);
            answers.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() >= 500 || tellsTooMuch(answer.body())) {
                failures.add("request " + i + " of seed " + SEED + ": " + shot.method() + " " + cut(shot.path())
                        + " with " + cut(new String(shot.body(), StandardCharsets.UTF_8)) + " answers "
                        + answer.statusCode() + " " + cut(answer.body()));
            }
        }
        LOG.info("fuzz: {} requests, answers {}", REQUESTS, answers);
        assertEquals(List.of(), failures.stream().limit(10).toList());
        assertTrue(answers.size() > 4, answers::toString);
        assertTrue(usedMemory() - before < MEMORY, "memory grew from " + before + " to " + usedMemory());
    }

    @Test
    void headersOutOfAllMeasureAreRefused() throws Exception {
        String start = "GET /v1/session HTTP/1.1\r\nHost: x\r\n";
        assertEquals(431, status(start + "X: " + "y".repeat(100_000) + "\r\n\r\n"));
        assertEquals(431, status(start + "X: y\r\n".repeat(20_000) + "\r\n"));
        assertEquals(400, status(start + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"));
        assertEquals(400, status(start + "Bad Name: 1\r\n\r\n"));
        assertEquals(400, status(start + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc"));
        assertEquals(400, status("GET /v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n"));
        assertEquals(400, status("\u0016\u0003\u0001 no http\r\n\r\n"));
    }

    /** Many that have begun and do not go on do not keep others from being answered. */
    @Test
    void thoseWhoSendSlowlyKeepNobodyWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(
                        server.server().url().getHost(), server.server().url().getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write("POST /v1/operations HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            assertEquals(200, server.api().get("/v1/session").status());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** A server that refuses a body unread closes the connection; the next request may find it closing. */
    private HttpResponse<String> send(HostileRequests.Shot shot) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return http.send(request(shot), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                if (attempt == 3) {
                    throw new AssertionError("No answer to " + shot.method() + " " + cut(shot.path()), e);
                }
            }
        }
    }

    private HttpRequest request(HostileRequests.Shot shot) {
        HttpRequest.Builder request = server.api()
                .request("/v1/session")
                .uri(URI.create(server.server().url() + shot.path()));
        shot.headers().forEach(request::header);
        return request.method(shot.method(), HttpRequest.BodyPublishers.ofByteArray(shot.body()))
                .build();
    }

    private int status(String raw) throws IOException {
        try (Socket socket = new Socket(
                server.server().url().getHost(), server.server().url().getPort())) {
            OutputStream out = socket.getOutputStream();
            try {
                out.write(raw.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException e) {
                LOG.debug("the server had enough before all was sent", e);
            }
            InputStream in = socket.getInputStream();
            String line = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(line.substring(9, 12));
        }
    }

    private static boolean tellsTooMuch(String body) {
        return body.contains("Exception") || body.contains("\tat ") || body.contains("org.postgresql");
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
