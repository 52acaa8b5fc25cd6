package org.waystation.backend.msp.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where the browser comes back to (RFC 8252): a random port of the loopback address, open while a sign-in is under way.
 * One request with the right state is taken; others are sent away and change nothing.
 */
final class LoopbackRedirect implements AutoCloseable {

    private static final String PATH = "/signed-in";

    private final HttpServer server;
    private final String state;
    private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();

    LoopbackRedirect(String state) throws IOException {
        this.state = state;
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        this.server = HttpServer.create(new InetSocketAddress(loopback, 0), 1);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** The parameters that the browser brought. */
    CompletionStage<Map<String, String>> answer() {
        return answer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> values = values(exchange.getRequestURI().getRawQuery());
        boolean ours = exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().equals(PATH)
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8),
                        values.getOrDefault("state", "").getBytes(StandardCharsets.UTF_8));
        boolean taken = ours && !answer.isDone();
        byte[] page = page(taken, values.containsKey("code")).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
        exchange.sendResponseHeaders(taken ? 200 : 404, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
        if (taken) {
            answer.complete(values);
        }
    }

    private static String page(boolean taken, boolean signedIn) {
        String text = !taken
                ? "There is nothing here."
                : signedIn
                        ? "Signed in. Go on in Waystation; you can close this page."
                        : "Nothing was signed in. You can close this page.";
        return "<!doctype html><html lang=\"en\"><title>Waystation</title><p>" + text;
    }

    private static Map<String, String> values(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // a value that nobody could have meant
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
