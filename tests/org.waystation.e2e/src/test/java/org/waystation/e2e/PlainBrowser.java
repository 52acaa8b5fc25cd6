package org.waystation.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser, as far as the server's pages need one: forms with their hidden fields, a cookie, one redirect. */
final class PlainBrowser {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpResponse<String> page;

    PlainBrowser visit(URI address) throws IOException, InterruptedException {
        page = send(HttpRequest.newBuilder(address));
        return this;
    }

    /** Fills in the form of the page that is open and sends it to where the form says. */
    PlainBrowser submit(Map<String, String> typed) throws IOException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            values.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        values.putAll(typed);
        String body = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("No form on this page:\n" + page.body());
        }
        page = send(HttpRequest.newBuilder(page.uri().resolve(action.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Cookie",
                        page.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (page.statusCode() == 303) {
            visit(URI.create(page.headers().firstValue("Location").orElseThrow()));
        }
        return this;
    }

    String text() {
        return page.statusCode() + " " + page.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
