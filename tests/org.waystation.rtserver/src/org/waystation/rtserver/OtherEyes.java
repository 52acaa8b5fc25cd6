package org.waystation.rtserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Looks at Request Tracker, and works in it, without any code of ours: by its REST interface and its own web pages. */
public final class OtherEyes implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final String basic;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public OtherEyes(URI server, String user, String password) throws IOException, InterruptedException {
        this.server = server;
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.basic = "Basic " + Base64.getEncoder().encodeToString(both);
        send(HttpRequest.newBuilder(server.resolve("NoAuth/Login.html"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("user=" + escape(user) + "&pass=" + escape(password))));
    }

    /** As part of an address. */
    public static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** A page as a browser gets it. */
    public String page(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path))).body();
    }

    /** What its REST interface says. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(page("REST/2.0/" + path));
    }

    /** Writes and returns what was said. */
    public JsonNode write(String verb, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(server.resolve("REST/2.0/" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", basic)
                .method(verb, BodyPublishers.ofString(json)));
        if (response.statusCode() >= 300) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    /** Numbers of the tickets with a subject like this. */
    public List<Long> tickets(String subject) throws IOException, InterruptedException {
        List<Long> numbers = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode found = get("tickets?query=" + escape("Subject LIKE '" + subject + "'")
                    + "&orderby=id&per_page=100&page=" + page);
            found.path("items").forEach(item -> numbers.add(item.path("id").asLong()));
            if (found.path("items").size() < 100) {
                return numbers;
            }
        }
    }

    /** Texts of a ticket's messages, by its REST interface. */
    public List<String> messages(long ticket) throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode history = get("ticket/" + ticket + "/history?fields=Type,TimeTaken&per_page=100&page=" + page);
            for (JsonNode one : history.path("items")) {
                String type = one.path("Type").asText();
                if (List.of("Create", "Comment", "Correspond").contains(type)) {
                    get("transaction/" + one.path("id").asText() + "/attachments?fields=Content,ContentType")
                            .path("items")
                            .forEach(text -> texts.add(
                                    type + "|" + text.path("Content").asText().strip()));
                }
            }
            if (history.path("items").size() < 100) {
                return texts;
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
