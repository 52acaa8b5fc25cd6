package org.waystation.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Stands between the workstation and the real server and passes on what is said, or does harm to it. It reaches the
 * workstation by a ready file of its own, which names the proxy's address and the server's token.
 */
final class FaultyProxy implements AutoCloseable {

    /** What happens to an answer. */
    enum Harm {
        NONE,
        /** The request does not reach the server. */
        HTTP_500,
        /** The server does as asked; its answer is replaced by something that is no JSON. */
        MALFORMED,
        /** The server does as asked; the second half of its answer does not arrive. */
        CUT
    }

    /** These belong to one connection and are set anew on the other. */
    private static final Set<String> HOP = Set.of(
            "connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "date", "expect");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger harmed = new AtomicInteger();
    private final AtomicInteger secure = new AtomicInteger();
    private final HttpServer plain;
    private final HttpsServer untrusted;
    private final Path serverFile;
    private final Path readyFile;
    private volatile Harm harm = Harm.NONE;

    /**
     * Begins to listen, on loopback.
     *
     * @param server running
     * @param identity presented where the workstation is sent to the encrypted address
     */
    FaultyProxy(ServerProcess server, Path folder, SSLContext identity) throws IOException {
        serverFile = server.readyFile();
        readyFile = Files.createDirectories(folder).resolve("ready.json");
        plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.setExecutor(threads);
        plain.createContext("/", this::handle);
        plain.start();
        untrusted = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        untrusted.setHttpsConfigurator(new HttpsConfigurator(identity));
        untrusted.setExecutor(threads);
        untrusted.createContext("/", exchange -> {
            secure.incrementAndGet();
            handle(exchange);
        });
        untrusted.start();
        point("http", plain);
    }

    Path readyFile() {
        return readyFile;
    }

    void harm(Harm newHarm) {
        harm = newHarm;
    }

    /** How many answers were harmed so far. */
    int harmed() {
        return harmed.get();
    }

    /** How many requests came over the connection whose certificate nobody vouches for. */
    int toldUntrusted() {
        return secure.get();
    }

    /** Sends the workstation to the address with the certificate that does not verify, or back. */
    void impersonate(boolean on) throws IOException {
        if (on) {
            point("https", untrusted);
        } else {
            point("http", plain);
        }
    }

    private void point(String scheme, HttpServer to) throws IOException {
        ObjectNode ready = (ObjectNode) json.readTree(serverFile.toFile());
        ready.put("url", scheme + "://127.0.0.1:" + to.getAddress().getPort());
        Path written = readyFile.resolveSibling("ready.json.new");
        Files.writeString(written, json.writeValueAsString(ready));
        Files.move(written, readyFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Harm now = harm;
            if (now == Harm.HTTP_500) {
                harmed.incrementAndGet();
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            HttpResponse<InputStream> answer = ask(exchange);
            try (InputStream body = answer.body()) {
                pass(exchange, answer, body, now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<InputStream> ask(HttpExchange exchange) throws IOException, InterruptedException {
        URI server = URI.create(json.readTree(serverFile.toFile()).path("url").asText());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private void pass(HttpExchange exchange, HttpResponse<InputStream> answer, InputStream body, Harm now)
            throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        switch (now) {
            case MALFORMED -> {
                harmed.incrementAndGet();
                byte[] garbage =
                        "{\"user\": <html>Please sign in to the guest network".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().remove("Content-Encoding");
                exchange.sendResponseHeaders(answer.statusCode(), garbage.length);
                exchange.getResponseBody().write(garbage);
            }
            case CUT -> {
                harmed.incrementAndGet();
                byte[] whole = body.readAllBytes();
                exchange.sendResponseHeaders(answer.statusCode(), whole.length + 1L);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
            }
            default -> {
                exchange.sendResponseHeaders(answer.statusCode(), 0);
                copy(body, exchange.getResponseBody());
            }
        }
    }

    /** Piece by piece as they come, since a stream of events has no end. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] piece = new byte[16 * 1024];
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            to.write(piece, 0, read);
            to.flush();
        }
    }

    @Override
    public void close() {
        plain.stop(0);
        untrusted.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
