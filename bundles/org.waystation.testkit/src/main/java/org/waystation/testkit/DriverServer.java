package org.waystation.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** Waits on loopback for the driver bundle of the program that is being started. */
final class DriverServer {

    private static final int PATIENCE_MILLIS = 500;
    private static final int TRIES = 240;

    private final String key = UUID.randomUUID().toString();
    private final ServerSocket listening;

    DriverServer() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listening.setSoTimeout(PATIENCE_MILLIS);
    }

    int port() {
        return listening.getLocalPort();
    }

    String key() {
        return key;
    }

    /** The connection of the program; fails as soon as the program has ended. */
    Connection accept(Process process, Path log) throws IOException {
        try (listening) {
            for (int i = 0; i < TRIES; i++) {
                try {
                    Connection connection = new Connection(listening.accept());
                    if (!key.equals(connection.read().path("key").asText())) {
                        throw new IOException("Something else connected to the driver's port");
                    }
                    return connection;
                } catch (SocketTimeoutException e) {
                    if (!process.isAlive()) {
                        throw new IOException("The program ended before its driver answered, see " + log, e);
                    }
                }
            }
        }
        throw new IOException("The program's driver did not answer, see " + log);
    }

    /** One JSON object a line, each way. */
    static final class Connection implements AutoCloseable {

        private final ObjectMapper json = new ObjectMapper();
        private final Socket socket;
        private final BufferedReader in;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        synchronized JsonNode ask(JsonNode question) throws IOException {
            socket.getOutputStream().write((json.writeValueAsString(question) + "\n").getBytes(StandardCharsets.UTF_8));
            return read();
        }

        private JsonNode read() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("The program has ended");
            }
            return json.readTree(line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
