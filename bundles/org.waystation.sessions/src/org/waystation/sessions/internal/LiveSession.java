package org.waystation.sessions.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.waystation.api.session.HostKeyChange;
import org.waystation.api.session.RemoteConnection;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionFailure.Reason;
import org.waystation.api.session.SessionRequest;
import org.waystation.api.session.SessionState;
import org.waystation.api.session.SessionState.Asking;
import org.waystation.api.session.SessionState.Connecting;
import org.waystation.api.session.SessionState.Down;
import org.waystation.api.session.SessionState.Ended;
import org.waystation.api.session.SessionState.Live;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;
import org.waystation.sessions.internal.recording.RecordingWriter;

/** One session. What it does is done on threads of its own; its state changes under its lock. */
final class LiveSession implements RemoteSession {

    private static final Logger LOG = System.getLogger(LiveSession.class.getName());

    private final UUID id;
    private final SessionRequest request;
    private final SessionParts parts;
    private final Instant startedAt = Instant.now();
    private final AskingPrompts prompts;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<PumpedTerminal> terminals = new CopyOnWriteArrayList<>();
    private final AtomicInteger transfers = new AtomicInteger();
    private final FilesDesk files;
    private final LiveTime time = new LiveTime();
    private SessionState state = new Connecting("Starting");
    private @Nullable RemoteConnection connection;
    private @Nullable Future<?> attempt;
    private @Nullable RecordingWriter recording;
    private boolean recorded;
    private String ending = "";

    LiveSession(UUID id, SessionRequest request, SessionParts parts) {
        this.id = id;
        this.request = request;
        this.parts = parts;
        this.prompts = new AskingPrompts(parts.vault(), this::become);
        this.files = new FilesDesk(this, parts, transfers);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public SessionRequest request() {
        return request;
    }

    @Override
    public synchronized SessionState state() {
        return state;
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public Duration elapsed() {
        return time.elapsed();
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void answer(Asking question, Optional<char[]> text) {
        parts.threads().workers().execute(() -> {
            if (!prompts.answered(question, text)) {
                text.ifPresent(characters -> Arrays.fill(characters, '\0'));
            }
        });
    }

    /** Connects in the background. */
    synchronized void connect() {
        state = new Connecting("Connecting to " + request.target().address());
        attempt = parts.threads().workers().submit(this::tryToConnect);
        tell();
    }

    @Override
    public synchronized void reconnect() {
        if (state instanceof Down) {
            connect();
        }
    }

    @Override
    public void forgetHostKey() {
        if (state() instanceof Down down) {
            down.failure().hostKeyChange().ifPresent(this::forget);
        }
    }

    private void forget(HostKeyChange change) {
        parts.hostKeys().forget(change.address()).whenComplete((done, failure) -> {
            if (failure == null) {
                parts.journal().forgot(this, change);
                reconnect();
            } else {
                LOG.log(Level.WARNING, "A host's key could not be forgotten", failure);
                down(new SessionFailure(
                        change,
                        "The key of " + change.address() + " could not be forgotten on this machine: "
                                + failure.getMessage() + " Try again."));
            }
        });
    }

    private void tryToConnect() {
        try {
            RemoteConnection made = parts.protocols()
                    .find(request.target().protocol())
                    .orElseThrow(() -> new SessionFailure(
                            Reason.PROTOCOL,
                            "There is no plug-in here for " + request.target().protocol() + ".",
                            null))
                    .connect(request.target(), prompts);
            if (!take(made)) {
                made.close();
            }
        } catch (SessionFailure e) {
            down(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // ended while it connected
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A session protocol failed", e);
            down(new SessionFailure(Reason.PROTOCOL, "The session failed: " + e.getMessage(), e));
        }
    }

    private boolean take(RemoteConnection made) {
        synchronized (this) {
            if (state instanceof Ended) {
                return false;
            }
            connection = made;
            state = new Live(made.protection());
        }
        boolean first = time.start();
        made.onEnd(failure -> lost(made, failure));
        parts.journal().started(this, first);
        tell();
        return true;
    }

    private void lost(RemoteConnection gone, Optional<SessionFailure> failure) {
        synchronized (this) {
            if (connection != gone) {
                return;
            }
            connection = null;
        }
        // First, so that the ends of its terminals are not taken for shells that were left.
        down(failure.orElseGet(() ->
                new SessionFailure(Reason.LOST, request.target().address() + " has closed the connection.", null)));
        terminals.forEach(PumpedTerminal::close);
        files.forget();
    }

    private void down(SessionFailure failure) {
        synchronized (this) {
            if (state instanceof Ended) {
                return;
            }
            state = new Down(failure);
            ending = String.valueOf(failure.getMessage());
        }
        time.stop();
        tell();
    }

    @Override
    public CompletionStage<Terminal> openTerminal(TerminalSize size, TerminalSink sink) {
        CompletableFuture<Terminal> opened = new CompletableFuture<>();
        parts.threads().workers().execute(() -> {
            try {
                RemoteConnection over = connection();
                TerminalChannel channel = over.openTerminal(size);
                PumpedTerminal terminal = new PumpedTerminal(
                        channel,
                        sink,
                        recordingFor(size),
                        parts.threads().workers(),
                        terminals::remove,
                        () -> isOver(over));
                terminals.add(terminal);
                terminal.start();
                opened.complete(terminal);
            } catch (IOException e) {
                opened.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                opened.completeExceptionally(e);
            }
        });
        return opened;
    }

    private synchronized boolean isOver(RemoteConnection other) {
        return connection == other;
    }

    /** The session's first terminal is recorded, across reconnects into the same recording. */
    private synchronized Optional<RecordingWriter> recordingFor(TerminalSize size) {
        if (!request.recorded() || terminals.stream().anyMatch(PumpedTerminal::isRecorded)) {
            return Optional.empty();
        }
        if (recording == null && !recorded) {
            recorded = true;
            try {
                recording = parts.recordings().begin(id, size, startedAt, request.title());
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The session is not recorded", e);
            }
        }
        return Optional.ofNullable(recording);
    }

    @Override
    public <T> CompletionStage<T> withFiles(String title, FilesWork<T> work) {
        return files.run(title, work);
    }

    RemoteConnection connection() throws SessionFailure {
        synchronized (this) {
            if (connection != null) {
                return connection;
            }
        }
        throw new SessionFailure(Reason.LOST, "The session is not connected.", null);
    }

    @Override
    public void end() {
        RemoteConnection closing;
        RecordingWriter kept;
        Future<?> running;
        synchronized (this) {
            if (state instanceof Ended) {
                return;
            }
            if (!(state instanceof Down)) {
                ending = "";
            }
            state = new Ended();
            closing = connection;
            connection = null;
            kept = recording;
            running = attempt;
        }
        time.stop();
        if (running != null) {
            running.cancel(true);
        }
        parts.threads().workers().execute(() -> {
            terminals.forEach(PumpedTerminal::close);
            files.forget();
            if (closing != null) {
                closing.close();
            }
            if (kept != null) {
                kept.close();
            }
        });
        parts.journal().ended(this, ending, kept != null, transfers.get());
        tell();
    }

    private void become(SessionState next) {
        synchronized (this) {
            if (state instanceof Ended) {
                return;
            }
            state = next;
        }
        tell();
    }

    private void tell() {
        parts.threads().news().execute(() -> listeners.forEach(Runnable::run));
    }
}
