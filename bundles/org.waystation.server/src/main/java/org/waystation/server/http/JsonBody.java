package org.waystation.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.waystation.server.problem.ProblemCode;
import org.waystation.server.problem.ProblemException;
import org.waystation.server.record.Json;

/** Reads a request's body as JSON, within limits. */
final class JsonBody {

    static final int MAX_BYTES = 8 * 1024 * 1024;

    /** What is read and thrown away of a body that is too large, in bytes. */
    private static final int MAX_DRAINED_BYTES = 2 * MAX_BYTES;

    /** A patch (RFC 7396) is JSON as well. */
    private static final Set<String> TYPES = Set.of(Answers.JSON, "application/merge-patch+json");

    private JsonBody() {}

    static JsonNode read(Exchange exchange) throws IOException {
        requireJson(exchange);
        byte[] bytes = readBytes(exchange);
        try {
            // Jackson would take some byte sequences that are not UTF-8; decoding first takes none.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = Json.mapper().readTree(text);
            if (!node.isObject()) {
                throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body must be a JSON object.");
            }
            return node;
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is not UTF-8.");
        } catch (JsonProcessingException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, where(e));
        }
    }

    private static void requireJson(Exchange exchange) {
        String type = exchange.header(HttpHeader.CONTENT_TYPE).orElse("");
        String media = MimeTypes.getContentTypeWithoutCharset(type);
        String charset = MimeTypes.getCharsetFromContentType(type);
        boolean json = media != null && TYPES.contains(media.strip().toLowerCase(Locale.ROOT));
        boolean utf8 = charset == null || charset.equalsIgnoreCase("utf-8");
        boolean plain = exchange.header(HttpHeader.CONTENT_ENCODING)
                .map("identity"::equalsIgnoreCase)
                .orElse(true);
        if (!json || !utf8 || !plain) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send Content-Type: application/json, in UTF-8, not compressed.");
        }
    }

    private static byte[] readBytes(Exchange exchange) throws IOException {
        try (InputStream in = Content.Source.asInputStream(exchange.request())) {
            boolean announced = exchange.request().getLength() > MAX_BYTES;
            byte[] bytes = announced ? new byte[0] : in.readNBytes(MAX_BYTES + 1);
            if (announced || bytes.length > MAX_BYTES) {
                drain(in);
                throw tooLarge();
            }
            return bytes;
        }
    }

    /**
     * Most clients read the answer only after they have sent everything: to close the connection on them while they
     * send would show them a broken pipe in place of the reason. A body beyond all measure is cut off all the same.
     */
    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        int left = MAX_DRAINED_BYTES;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = in.read(buffer);
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                ProblemCode.PAYLOAD_TOO_LARGE, "At most " + MAX_BYTES + " bytes; send smaller batches.");
    }

    /** Only the place: the parser's own message quotes the input. */
    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? "It ends too early or is nested too deeply."
                : "Near line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ".";
    }
}
