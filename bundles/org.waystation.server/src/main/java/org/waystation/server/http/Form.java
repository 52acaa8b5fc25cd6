package org.waystation.server.http;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;

/** A form that was sent, or the query of an address; each name at most once. */
final class Form {

    static final String TYPE = "application/x-www-form-urlencoded";
    private static final int MAX_BYTES = 16 * 1024;

    private final String text;
    private final Map<String, List<String>> values;

    private Form(String text) {
        this.text = text;
        this.values = URLUtils.parseParameters(text);
    }

    static Form ofQuery(Exchange exchange) {
        String query = exchange.request().getHttpURI().getQuery();
        if (query != null && query.length() > MAX_BYTES) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "The query is too long.");
        }
        return new Form(query == null ? "" : query);
    }

    static Form ofBody(Exchange exchange) throws IOException {
        String type = exchange.header(HttpHeader.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
        if (!type.replaceAll(";.*", "").strip().equals(TYPE)) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: " + TYPE + ".");
        }
        try (InputStream in = Content.Source.asInputStream(exchange.request())) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "At most " + MAX_BYTES + " bytes.");
            }
            return new Form(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** The value of a name that is given once; empty where it is missing. */
    Optional<String> get(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw ProblemException.ofField(name, "duplicate", "must be given once");
        }
        return given.stream().findFirst();
    }

    String text(String name) {
        return get(name).orElse("");
    }

    Map<String, List<String>> values() {
        return values;
    }

    /** As it was sent. */
    @Override
    public String toString() {
        return text;
    }
}
