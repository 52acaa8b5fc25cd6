package org.waystation.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.waystation.server.database.Secrets;
import org.waystation.server.http.pages.Page;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;

/** Sends pages, and tells a form that our own page sent from one that another site made the browser send. */
final class Pages {

    private static final String COOKIE = "waystation_form";
    private static final String FIELD = "form";

    private final Secrets secrets = new Secrets();

    /** Sends the page; no other program keeps, frames or sniffs it, and no address of it is told on. */
    void send(Exchange exchange, int status, Page page) {
        Response response = exchange.response();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("Content-Security-Policy", Page.POLICY);
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.getHeaders().put("X-Frame-Options", "DENY");
        response.getHeaders().put("Cross-Origin-Opener-Policy", "same-origin");
        byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(body), exchange.callback());
    }

    /** Adds what the form must bring back, and gives the browser the other half. */
    Map<String, String> guarded(Exchange exchange, Map<String, String> hidden) {
        String secret = cookie(exchange).orElseGet(secrets::next);
        String secure = exchange.request().isSecure() ? "; Secure" : "";
        exchange.response()
                .getHeaders()
                .put(HttpHeader.SET_COOKIE, COOKIE + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict" + secure);
        Map<String, String> all = new LinkedHashMap<>(hidden);
        all.put(FIELD, secret);
        return all;
    }

    /**
     * @throws ProblemException if the form does not come from our own page in the same browser
     */
    void requireOwnForm(Exchange exchange, Form form) {
        boolean otherSite = Optional.ofNullable(exchange.request().getHeaders().get("Sec-Fetch-Site"))
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
        byte[] sent = form.text(FIELD).getBytes(StandardCharsets.UTF_8);
        byte[] held = cookie(exchange).orElse("").getBytes(StandardCharsets.UTF_8);
        if (otherSite || held.length == 0 || !MessageDigest.isEqual(sent, held)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "This form did not come from our page. Allow its cookie and try again.");
        }
    }

    private static Optional<String> cookie(Exchange exchange) {
        return exchange.header(HttpHeader.COOKIE).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .flatMap(value -> value.matches("[A-Za-z0-9_-]{43}") ? Stream.of(value) : Stream.empty())
                .findFirst();
    }
}
