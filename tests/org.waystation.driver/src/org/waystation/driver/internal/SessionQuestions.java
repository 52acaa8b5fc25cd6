package org.waystation.driver.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.RemoteSession.Terminal;
import org.waystation.api.session.RemoteSession.TerminalSink;
import org.waystation.api.session.SessionRequest;
import org.waystation.api.session.SessionService;
import org.waystation.api.session.SessionState;
import org.waystation.api.session.SessionTarget;
import org.waystation.api.session.TerminalSize;

/** Starts remote sessions and works in them, as many as a test wants. */
final class SessionQuestions {

    private static final int PATIENCE_SECONDS = 120;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Services services;

    SessionQuestions(Services services) {
        this.services = services;
    }

    /** Starts one and answers what it asks: yes to the host's key, the password to all else; answers with its id. */
    JsonNode start(JsonNode question) throws InterruptedException {
        SessionTarget target = new SessionTarget(
                "ssh",
                question.path("host").asText(),
                question.path("port").asInt(),
                question.path("user").asText(),
                Optional.empty(),
                Optional.empty());
        RemoteSession session = services.with(
                SessionService.class,
                sessions -> sessions.start(new SessionRequest(
                        question.path("title").asText(),
                        target,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        question.path("recorded").asBoolean())));
        awaitLive(session, question.path("password").asText());
        return JsonNodeFactory.instance.textNode(session.id().toString());
    }

    private static void awaitLive(RemoteSession session, String password) throws InterruptedException {
        CompletableFuture<String> live = new CompletableFuture<>();
        Runnable look = () -> {
            switch (session.state()) {
                case SessionState.Live state -> live.complete(state.protection());
                case SessionState.Asking asking ->
                    session.answer(
                            asking,
                            Optional.of(
                                    asking.kind() == SessionState.Asking.Kind.TRUST
                                            ? "yes".toCharArray()
                                            : password.toCharArray()));
                case SessionState.Down down ->
                    live.completeExceptionally(new DriverException("Not reached: " + down.failure()));
                case SessionState.Ended ended -> live.completeExceptionally(new DriverException("It has ended"));
                case SessionState.Connecting connecting -> {
                    // goes on by itself
                }
            }
        };
        try (AutoCloseable listening = session.onChange(look)) {
            look.run();
            await(live);
        } catch (InterruptedException | DriverException e) {
            throw e;
        } catch (Exception e) {
            throw new DriverException(String.valueOf(e));
        }
    }

    /** Each open session's state, by its id. */
    JsonNode states() {
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        services.with(SessionService.class, SessionService::open)
                .forEach(session -> states.put(
                        session.id().toString(), session.state().getClass().getSimpleName()));
        return states;
    }

    /** Opens another terminal of a session, types so often one letter, and tells the milliseconds until each came back. */
    JsonNode echoes(JsonNode question) throws InterruptedException {
        RemoteSession session = services.with(
                        SessionService.class,
                        sessions -> sessions.find(
                                UUID.fromString(question.path("id").asText())))
                .orElseThrow(() -> new DriverException("No such session"));
        Echo echo = new Echo();
        Terminal terminal = await(session.openTerminal(TerminalSize.USUAL, echo).toCompletableFuture());
        try {
            echo.awaits("ready-7");
            terminal.write(
                    "stty -echo -icanon; PS1=; echo ready-$((3+4)); exec cat\n".getBytes(StandardCharsets.US_ASCII));
            await(echo.came());
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < question.path("times").asInt(1); i++) {
                String letter = String.valueOf((char) ('a' + i % 26));
                echo.awaits(letter);
                long begin = System.nanoTime();
                terminal.write(letter.getBytes(StandardCharsets.US_ASCII));
                all.add((await(echo.came()) - begin) / NANOS_PER_MILLI);
            }
            return all;
        } finally {
            terminal.close();
        }
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DriverException(String.valueOf(e));
        }
    }

    /** Waits for a text in the output. */
    private static final class Echo implements TerminalSink {

        private final StringBuilder seen = new StringBuilder();
        private String wanted = "";
        private CompletableFuture<Long> came = new CompletableFuture<>();

        synchronized void awaits(String text) {
            wanted = text;
            seen.setLength(0);
            came = new CompletableFuture<>();
        }

        synchronized CompletableFuture<Long> came() {
            return came;
        }

        @Override
        public synchronized void output(byte[] bytes, int length) {
            seen.append(new String(bytes, 0, length, StandardCharsets.US_ASCII));
            if (seen.indexOf(wanted) >= 0) {
                came.complete(System.nanoTime());
            }
        }

        @Override
        public synchronized void closed() {
            came.completeExceptionally(new DriverException("The terminal was closed"));
        }
    }
}
