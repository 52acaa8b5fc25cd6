package org.waystation.driver.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Connects to the test that started this program and answers its questions: one JSON object a line each way. The test
 * names its port and a random key in the system properties {@code waystation.driver.port} and {@code .key}.
 */
@Component(immediate = true, service = DriverAgent.class)
public final class DriverAgent {

    private static final System.Logger LOG = System.getLogger(DriverAgent.class.getName());

    private final ObjectMapper json = new ObjectMapper();
    private final Questions questions;
    private final Socket socket;

    @Activate
    public DriverAgent(BundleContext context) throws IOException {
        int port = Integer.getInteger("waystation.driver.port", 0);
        if (port == 0) {
            throw new IllegalStateException("waystation.driver.port names no port: this bundle is for tests only");
        }
        questions = new Questions(context);
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread thread = new Thread(this::serve, "test driver");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
            ObjectNode hello = json.createObjectNode();
            hello.put("key", System.getProperty("waystation.driver.key", ""));
            hello.put("pid", ProcessHandle.current().pid());
            send(out, hello);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                send(out, answer(line));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The test has gone; the program goes on without it.", e);
        }
    }

    private ObjectNode answer(String line) {
        ObjectNode reply = json.createObjectNode();
        try {
            reply.set("value", questions.answer(json.readTree(line)));
        } catch (DriverException e) {
            reply.put("error", e.getMessage());
        } catch (Exception e) {
            reply.put("error", String.valueOf(e));
        }
        return reply;
    }

    private void send(Writer out, JsonNode message) throws IOException {
        out.write(json.writeValueAsString(message));
        out.write('\n');
        out.flush();
    }
}
