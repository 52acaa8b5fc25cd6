package org.waystation.server.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that is all here, and the ways of handing it on.
 *
 * @param headers by their names in lower case
 */
record Reply(int status, Map<String, List<String>> headers, byte[] body) {

    /** These belong to one connection and are set anew on the other. */
    private static final Set<String> HOP =
            Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "upgrade", ":status");

    private static final int PIECES = 12;
    private static final long PAUSE_NANOS = 40_000_000;

    static Reply read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            return new Reply(response.statusCode(), headers(response), in.readAllBytes());
        }
    }

    static Map<String, List<String>> headers(HttpResponse<?> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name.toLowerCase(Locale.ROOT), values);
            }
        });
        return headers;
    }

    Reply with(byte[] other) {
        return new Reply(status, headers, other);
    }

    void begin(Response response) {
        begin(response, status, headers);
    }

    static void begin(Response response, int status, Map<String, List<String>> headers) {
        response.setStatus(status);
        headers.forEach((name, values) -> response.getHeaders().put(name, values));
    }

    void send(Response response, Callback callback) {
        begin(response);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** The first half comes; then the connection breaks. */
    void cut(Request request, Response response) throws IOException {
        begin(response);
        OutputStream out = Content.Sink.asOutputStream(response);
        out.write(body, 0, body.length / 2);
        out.flush();
        drop(request);
    }

    /** All of it comes, and less than was announced. */
    void announceMore(Request request, Response response) throws IOException {
        begin(response);
        response.getHeaders().put("content-length", body.length + 17L);
        OutputStream out = Content.Sink.asOutputStream(response);
        out.write(body);
        out.flush();
        drop(request);
    }

    /** Small pieces with pauses between them. */
    void dribble(Response response, Callback callback) throws IOException {
        begin(response);
        OutputStream out = Content.Sink.asOutputStream(response);
        int size = Math.max(1, body.length / PIECES);
        for (int at = 0; at < body.length; at += size) {
            out.write(body, at, Math.min(size, body.length - at));
            out.flush();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        out.close();
        callback.succeeded();
    }

    /** The connection breaks. */
    static void drop(Request request) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }
}
