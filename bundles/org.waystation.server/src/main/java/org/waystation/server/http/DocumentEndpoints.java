package org.waystation.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Hashes;

/**
 * The API's own description: for programs as the document, for people as a page that Swagger UI makes of it in the browser.
 * All of it comes from here, and the page may load nothing from elsewhere, nor send anything.
 */
final class DocumentEndpoints {

    private static final String OPENAPI = "/openapi/msp-v1.yaml";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    /** What the page loads, by the name it loads it by. */
    private static final Map<String, Part> PARTS = Map.of(
            "swagger-ui.js", new Part(SWAGGER + "swagger-ui-bundle.js", SCRIPT),
            "swagger-ui.css", new Part(SWAGGER + "swagger-ui.css", STYLE),
            "start.js", new Part("/org/waystation/server/http/pages/docs.js", SCRIPT),
            "look.css", new Part("/org/waystation/server/http/pages/docs.css", STYLE));

    private static final Part PAGE =
            new Part("/org/waystation/server/http/pages/docs.html", "text/html; charset=utf-8");

    /** Where in the class path something is, and what it is. */
    private record Part(String resource, String type) {}

    List<Route> routes() {
        return List.of(
                new Route(
                        "GET",
                        "/v1/openapi.yaml",
                        true,
                        exchange -> send(exchange, new Part(OPENAPI, "application/yaml"))),
                new Route("GET", "/v1/docs", true, DocumentEndpoints::page),
                new Route("GET", "/v1/docs/{part}", true, DocumentEndpoints::part));
    }

    private static void page(Exchange exchange) throws IOException {
        HttpFields.Mutable headers = exchange.response().getHeaders();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        send(exchange, PAGE);
    }

    private static void part(Exchange exchange) throws IOException {
        Part part = PARTS.get(exchange.pathValues().get("part"));
        if (part == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "The page has no such part.");
        }
        send(exchange, part);
    }

    /** With a tag, since it is large and stays the same until the server is another one. */
    private static void send(Exchange exchange, Part part) throws IOException {
        byte[] body;
        try (InputStream in = DocumentEndpoints.class.getResourceAsStream(part.resource())) {
            body = Objects.requireNonNull(in, part.resource()).readAllBytes();
        }
        exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        if (Tags.answered(exchange, Hashes.sha256(body).substring(0, 32))) {
            return;
        }
        Answers.send(exchange.response(), exchange.callback(), 200, part.type(), body);
    }

    private static String swaggerVersion() {
        Properties properties = new Properties();
        try (InputStream in =
                DocumentEndpoints.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(Objects.requireNonNull(in, "swagger-ui"));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("Swagger UI is damaged.", e);
        }
    }
}
