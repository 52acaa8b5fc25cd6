package org.waystation.sessions.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.RemoteSession.TerminalSink;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;
import org.waystation.sessions.internal.recording.RecordingWriter;

/** Carries a terminal's output to its sink and its input to the remote machine, each on its own thread. */
final class PumpedTerminal implements RemoteSession.Terminal {

    private static final Logger LOG = System.getLogger(PumpedTerminal.class.getName());
    private static final int CHUNK = 32 * 1024;
    private static final int LOSS_SECONDS = 5;

    private final TerminalChannel channel;
    private final TerminalSink sink;
    private final Optional<RecordingWriter> recording;
    private final ExecutorService workers;
    private final Consumer<PumpedTerminal> gone;
    private final BooleanSupplier connected;
    private final LinkedBlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** What goes to the remote machine, in order. */
    private sealed interface Input {}

    private record Keys(byte[] bytes) implements Input {}

    private record Size(TerminalSize size) implements Input {}

    private record Close() implements Input {}

    PumpedTerminal(
            TerminalChannel channel,
            TerminalSink sink,
            Optional<RecordingWriter> recording,
            ExecutorService workers,
            Consumer<PumpedTerminal> gone,
            BooleanSupplier connected) {
        this.channel = channel;
        this.sink = sink;
        this.recording = recording;
        this.workers = workers;
        this.gone = gone;
        this.connected = connected;
    }

    void start() {
        workers.execute(this::readAll);
        workers.execute(this::writeAll);
    }

    boolean isRecorded() {
        return recording.isPresent();
    }

    private void readAll() {
        byte[] buffer = new byte[CHUNK];
        boolean lost = false;
        try {
            int length = channel.read(buffer);
            while (length >= 0) {
                if (length > 0) {
                    int count = length;
                    recording.ifPresent(writer -> writer.output(buffer, count));
                    sink.output(buffer, length);
                }
                length = channel.read(buffer);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The terminal has ended", e);
            lost = !closed.get();
        } finally {
            close();
            gone.accept(this);
            tellEnd(lost);
        }
    }

    /** A lost connection is the session's to tell, and is not the end of a shell; it may be noticed a little later there. */
    private void tellEnd(boolean lost) {
        if (!lost) {
            sink.closed();
            return;
        }
        CompletableFuture.delayedExecutor(LOSS_SECONDS, TimeUnit.SECONDS, workers)
                .execute(() -> {
                    if (connected.getAsBoolean()) {
                        sink.closed();
                    }
                });
    }

    private void writeAll() {
        try {
            boolean open = true;
            while (open) {
                switch (inputs.take()) {
                    case Keys keys -> channel.write(keys.bytes());
                    case Size size -> {
                        channel.resize(size.size());
                        recording.ifPresent(writer -> writer.resized(size.size()));
                    }
                    case Close close -> open = false;
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The terminal takes no more input", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void write(byte[] bytes) {
        inputs.add(new Keys(bytes.clone()));
    }

    @Override
    public void resize(TerminalSize size) {
        inputs.add(new Size(size));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            inputs.add(new Close());
            try {
                workers.execute(channel::close); // may wait for the other side
            } catch (RejectedExecutionException e) {
                LOG.log(Level.DEBUG, "The program ends and closes the connection", e);
            }
        }
    }
}
