package org.waystation.conformance.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What no HTTP client can send: broken requests, and many that begin and do not go on. Plain http only. */
public final class RawAbuse {

    private static final int PATIENCE_MILLIS = 20_000;

    private final URI server;

    public RawAbuse(URI server) {
        this.server = server;
    }

    /** What was answered otherwise than it must be. */
    public List<String> broken() throws IOException {
        String start = "GET /v1/session HTTP/1.1\r\nHost: x\r\n";
        Map<String, Integer> cases = new LinkedHashMap<>();
        cases.put(start + "X: " + "y".repeat(100_000) + "\r\n\r\n", 431);
        cases.put(start + "X: y\r\n".repeat(20_000) + "\r\n", 431);
        cases.put(start + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400);
        cases.put(start + "Content-Length: -1\r\n\r\n", 400);
        cases.put(start + "Bad Name: 1\r\n\r\n", 400);
        cases.put(start + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc", 400);
        cases.put("GET /v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        cases.put("GET /v1/session HTTP/1.1\r\n\r\n", 400);
        cases.put("GET /v1/session HTTP/9.9\r\nHost: x\r\n\r\n", 400);
        cases.put("\u0016\u0003\u0001 no http\r\n\r\n", 400);
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Integer> one : cases.entrySet()) {
            int status = status(one.getKey());
            if (status != one.getValue()) {
                wrong.add(one.getKey().substring(0, Math.min(90, one.getKey().length())) + "… answers " + status
                        + " instead of " + one.getValue());
            }
        }
        return wrong;
    }

    /** 0 where the connection was closed without a word, -1 where nothing came for long. */
    private int status(String raw) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            boolean sent = sent(out, raw);
            try {
                String line = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
                return line.matches("HTTP/1\\.. [0-9]{3}") ? Integer.parseInt(line.substring(9, 12)) : 0;
            } catch (SocketTimeoutException e) {
                return sent ? -1 : 0;
            }
        }
    }

    /** A server may have enough before all was sent. */
    private static boolean sent(OutputStream out, String raw) {
        try {
            out.write(raw.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Requests that have begun and wait; to be closed. */
    public List<Socket> unfinished(int count) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = connect();
            sockets.add(socket);
            String begun = i % 2 == 0
                    ? "POST /v1/operations HTTP/1.1\r\nHo"
                    : "POST /v1/operations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000000\r\n\r\n{";
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        return sockets;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort() < 0 ? 80 : server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }
}
