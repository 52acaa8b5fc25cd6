package org.waystation.rt.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Stands between a workstation and Request Tracker and loses replies: the request arrives and is done, its answer does not
 * come back.
 */
final class LossyWay implements AutoCloseable {

    private static final Set<String> PASSED_ON =
            Set.of("cookie", "content-type", "if-match", "if-none-match", "accept", "authorization");

    private final URI server;
    private final HttpServer here;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("lossy-way").factory());
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private volatile int busySeconds;
    private volatile int each;
    private volatile boolean down;

    LossyWay(URI server) throws IOException {
        this(server, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** A way that is spoken to over TLS, as a web server before Request Tracker is. */
    static LossyWay encrypted(URI server, SSLContext identity) throws IOException {
        HttpsServer door = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setHttpsConfigurator(new HttpsConfigurator(identity));
        return new LossyWay(server, door);
    }

    private LossyWay(URI server, HttpServer door) {
        this.server = server;
        here = door;
        here.createContext("/", this::pass);
        here.setExecutor(threads);
        here.start();
    }

    URI address() {
        String scheme = here instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + here.getAddress().getPort() + "/");
    }

    /** Loses the reply to each so-manieth write from now on; 0 loses none. */
    void lose(int eachWrite) {
        each = eachWrite;
    }

    /** Whether nothing gets through at all. */
    void down(boolean now) {
        down = now;
    }

    /** How many connections it was spoken to over. */
    int connections() {
        return connections.size();
    }

    /** Answers everything by "come again in so many seconds"; 0 ends that. */
    void busy(int seconds) {
        busySeconds = seconds;
    }

    /** How often the server said that what is known is still so. */
    int unchanged() {
        return unchanged.get();
    }

    int requests() {
        return requests.get();
    }

    int lost() {
        return lost.get();
    }

    private static boolean writes(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.contains("/REST/") && !exchange.getRequestMethod().equals("GET");
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            connections.add(exchange.getRemoteAddress());
            requests.incrementAndGet();
            if (down) {
                return;
            }
            if (busySeconds > 0) {
                exchange.getResponseHeaders().add("Retry-After", "" + busySeconds);
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            server.resolve(exchange.getRequestURI().toString().substring(1)))
                    .method(
                            exchange.getRequestMethod(),
                            body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() == 304) {
                unchanged.incrementAndGet();
            }
            if (writes(exchange) && each > 0 && writes.incrementAndGet() % each == 0) {
                lost.incrementAndGet();
                return;
            }
            answer(exchange, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The way was closed.");
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        for (String name : List.of("Content-Type", "ETag", "Location", "Set-Cookie")) {
            response.headers()
                    .allValues(name)
                    .forEach(value -> exchange.getResponseHeaders().add(name, value));
        }
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        here.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }
}
